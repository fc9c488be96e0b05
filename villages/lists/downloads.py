"""A file as an answer."""

import io
from typing import BinaryIO

from django.http import FileResponse

_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "json": "application/json",
    "zip": "application/zip",
    "ics": "text/calendar; charset=utf-8",
}
_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|\r\n\t\x00', "_"))


def download(content: BinaryIO | bytes, name: str) -> FileResponse:
    """The content as an attachment under this name, also in Chinese (RFC 6266).

    The type follows the ending. A stream is read from its beginning and closed when sent.
    """
    stream = io.BytesIO(content) if isinstance(content, bytes) else content
    stream.seek(0)
    kind = _TYPES.get(name.rsplit(".", 1)[-1].lower(), "application/octet-stream")
    safe = name.translate(_FORBIDDEN)
    response = FileResponse(stream, as_attachment=True, filename=safe, content_type=kind)
    response["X-Content-Type-Options"] = "nosniff"
    return response
