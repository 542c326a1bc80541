"""Reports in the formats that others read: one writer a format, each a pure function from reports to lines or rows."""

from marsad.views.exports.formats import FORMATS, export

__all__ = ["FORMATS", "export"]
