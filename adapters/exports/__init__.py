"""Exports of a community's past, from Slack or Discord, as one more platform: read in time order, answered in play."""

from adapters.exports.adapter import ExportAdapter
from adapters.exports.export import Export
from adapters.exports.opening import open_export

__all__ = ["Export", "ExportAdapter", "open_export"]
