### Policies made together.
