"""What a file is, by its content; its name proves nothing."""

import re
from enum import StrEnum

from villages.imports.reading.limits import RefusedError


class FileForm(StrEnum):
    """Forms that are read."""

    XLSX = "xlsx"
    CSV = "csv"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"^\s*(?:<!doctype\s+html|<html|<table|<\?xml[^>]*>\s*<html|<meta)", re.I)
_FOREIGN = (
    (b"%PDF", "file_pdf"),
    (b"\xff\xd8\xff", "file_picture"),
    (b"\x89PNG", "file_picture"),
    (b"Rar!", "file_archive"),
    (b"7z\xbc\xaf", "file_archive"),
    (b"\x1f\x8b", "file_archive"),
    (b"{\\rtf", "file_not_table"),
)


def form_of(data: bytes) -> FileForm:
    """xlsx or csv; everything else is refused with the reason a person can act on."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise RefusedError("file_empty")
    for start, code in _FOREIGN:
        if data.startswith(start):
            raise RefusedError(code)
    if data.startswith(_OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise RefusedError("file_encrypted" if encrypted else "file_xls")
    if data.startswith(b"PK"):
        return FileForm.XLSX
    if _HTML.match(data[:2000]):
        raise RefusedError("file_html")
    if b"\x00" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RefusedError("file_not_table")
    return FileForm.CSV
