"""The composition root: the only place that knows every room and every adapter, and puts them together."""
