"""Which files are taken as papers, told by their content and not by their name alone."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _

from villages.common.errors import DomainError

_OFFICE = "application/vnd.openxmlformats-officedocument"
_ENTRIES, _UNPACKED, _RATIO = 5_000, 200_000_000, 200
_ACTIVE_PARTS = re.compile(r"vbaProject|macrosheets/|activeX/|\.(exe|dll|js|vbs|bat|ps1)$", re.I)
_ACTIVE_PDF = re.compile(rb"/JavaScript\b|/Launch\b|/RichMedia\b")


def _starts(*marks: bytes) -> Callable[[Path], bool]:
    def look(path: Path) -> bool:
        with path.open("rb") as handle:
            return handle.read(16).startswith(marks)

    return look


def _pdf(path: Path) -> bool:
    if not _starts(b"%PDF-")(path):
        return False
    if _ACTIVE_PDF.search(path.read_bytes()):
        raise _active()
    return True


def _office(part: str) -> Callable[[Path], bool]:
    def look(path: Path) -> bool:
        if not _starts(b"PK\x03\x04")(path):
            return False
        try:
            with ZipFile(path) as archive:
                return _whole(archive, part)
        except (BadZipFile, NotImplementedError, RuntimeError, OSError):
            return False

    return look


def _whole(archive: ZipFile, part: str) -> bool:
    """Its main part is there; nothing in it runs, nothing swells. Nothing is unpacked for it."""
    entries = archive.infolist()
    size = sum(one.file_size for one in entries)
    packed = sum(one.compress_size for one in entries)
    if len(entries) > _ENTRIES or size > _UNPACKED or size > _RATIO * max(packed, 1):
        raise DomainError(
            "annex_swells", _("这个文件解开后过大,没有保存。"), _("请另存一份后再上传。")
        )
    if any(_ACTIVE_PARTS.search(one.filename) for one in entries):
        raise _active()
    return part in {one.filename for one in entries}


@dataclass(frozen=True)
class PaperKind:
    """A kind of file: the type it is called by, and how its content is told."""

    media_type: str
    looks: Callable[[Path], bool]


_JPEG = PaperKind("image/jpeg", _starts(b"\xff\xd8\xff"))
KINDS = {
    "pdf": PaperKind("application/pdf", _pdf),
    "jpg": _JPEG,
    "jpeg": _JPEG,
    "png": PaperKind("image/png", _starts(b"\x89PNG\r\n\x1a\n")),
    "docx": PaperKind(f"{_OFFICE}.wordprocessingml.document", _office("word/document.xml")),
    "xlsx": PaperKind(f"{_OFFICE}.spreadsheetml.sheet", _office("xl/workbook.xml")),
}


def media_type_of(path: Path, name: str) -> str:
    """The type of a file that came in under this name.

    Raises `annex_kind` for an ending that is not taken, `annex_content` where the content is
    something else, `annex_active` where something in it would run, `annex_swells`.
    """
    kind = KINDS.get(name.rpartition(".")[2].lower())
    if kind is None:
        raise DomainError(
            "annex_kind", _("不接收这种文件。"),
            _("请上传 pdf、jpg、png、docx 或 xlsx;苹果手机的 HEIC 照片请先存成 JPEG。"),
        )  # fmt: skip
    if not kind.looks(path):
        raise DomainError(
            "annex_content", _("文件内容与后缀名不符。"), _("请用原来的程序另存后再上传。")
        )
    return kind.media_type


def _active() -> DomainError:
    return DomainError(
        "annex_active", _("文件里有宏或脚本,没有保存。"), _("请另存为不含宏的文件后再上传。")
    )
