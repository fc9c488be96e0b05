"""The formats of the API. Views hand over finished bytes; only small answers are rendered here."""

from typing import Any

from rest_framework.renderers import BaseRenderer

from villages.rest.answers import dumps


class OrjsonRenderer(BaseRenderer):
    """UTF-8 JSON; decimals as strings."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self, data: Any, accepted_media_type: Any = None, renderer_context: Any = None
    ) -> bytes:
        """The bytes; nothing for an empty answer."""
        return b"" if data is None else dumps(data)


class CsvRenderer(OrjsonRenderer):
    """CSV, UTF-8 with a byte order mark, for Excel and WPS."""

    media_type = "text/csv"
    format = "csv"


class XlsxRenderer(OrjsonRenderer):
    """An Excel workbook."""

    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    format = "xlsx"


class JsonLinesRenderer(OrjsonRenderer):
    """One JSON object a line, all rows at once."""

    media_type = "application/x-ndjson"
    format = "jsonl"
