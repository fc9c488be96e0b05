"""Looking into the zip before anything is unpacked."""

import re
import zipfile
from io import BytesIO

from villages.imports.reading.limits import Limits, RefusedError

_MACRO = re.compile(r"vbaproject|macrosheets/|xl/dialogsheets/", re.I)
_ACTIVE = re.compile(r"activex/|\.(?:exe|dll|js|vbs|bat|cmd|ps1|jar)$", re.I)
_EXTERNAL = re.compile(r"xl/externallinks/", re.I)
_EMBEDDED = re.compile(r"/embeddings/", re.I)
_NESTED = re.compile(r"\.(?:zip|7z|rar|gz|xz|tar|xlsx|xlsm|docx)$", re.I)
_MEGABYTE = 1024 * 1024


def open_checked(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive of a workbook, with every member's name and size looked at."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise RefusedError("file_damaged") from error
    _refuse_bomb(members, len(data), limits)
    for member in members:
        _refuse_member(member)
    _refuse_other_kinds({member.filename for member in members})
    return archive


def read_member(archive: zipfile.ZipFile, name: str, limits: Limits) -> bytes:
    """A member's bytes; the sizes that the archive claims are not believed."""
    try:
        with archive.open(name) as handle:
            data = handle.read(limits.unpacked + 1)
    except Exception as error:
        raise RefusedError("file_damaged", name) from error
    if len(data) > limits.unpacked:
        raise RefusedError("file_bomb", name)
    return data


def _refuse_bomb(members: list[zipfile.ZipInfo], size: int, limits: Limits) -> None:
    unpacked = sum(member.file_size for member in members)
    if len(members) > limits.members or unpacked > limits.unpacked:
        raise RefusedError("file_bomb")
    if unpacked > _MEGABYTE and unpacked > size * limits.ratio:
        raise RefusedError("file_bomb")
    names = [member.filename for member in members]
    if len(names) != len(set(names)):
        raise RefusedError("file_damaged")


def _refuse_member(member: zipfile.ZipInfo) -> None:
    name = member.filename
    if member.flag_bits & 0x1:
        raise RefusedError("file_encrypted")
    if _MACRO.search(name):
        raise RefusedError("file_macro")
    if _ACTIVE.search(name):
        raise RefusedError("file_active")
    if _EXTERNAL.search(name):
        raise RefusedError("file_external")
    if _NESTED.search(name) or _EMBEDDED.search(name) or _leaves(name):
        raise RefusedError("file_nested", name[:60])


def _leaves(name: str) -> bool:
    """Whether the name points outside the archive."""
    return name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name)


def _refuse_other_kinds(names: set[str]) -> None:
    if "xl/workbook.bin" in names:
        raise RefusedError("file_xlsb")
    if "word/document.xml" in names:
        raise RefusedError("file_word")
    if "content.xml" in names:
        raise RefusedError("file_ods")
    if "[Content_Types].xml" not in names or not any(n.startswith("xl/") for n in names):
        raise RefusedError("file_not_table")
