"""The archive itself: streamed to disk, every member hashed as it passes, no times in it."""

import hashlib
import io
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from villages.common.registries import EvidenceTable
from villages.lists.sheet_values import sheet_columns, sheet_rows
from villages.lists.sheets import Sheet, write_csv, write_xlsx

_BEGINNING = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20
_PACKED = (".xlsx", ".jpg", ".jpeg", ".png", ".pdf")
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')
SUMS = "SHA256SUMS"


@dataclass(frozen=True)
class Member:
    """One file of a pack."""

    path: str
    title: str
    rows: int | None
    size: int
    sha256: str
    restricted: bool


class Pack:
    """A pack being written; `members` and `empty` say what came in so far."""

    def __init__(self, path: Path) -> None:
        self._archive = ZipFile(path, "w", ZIP_DEFLATED)
        self.members: list[Member] = []
        self.empty: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._archive.close()

    def table(self, path: str, table: EvidenceTable, lines: list[str]) -> None:
        """A table as a workbook; one without rows is only named."""
        rows = iter(table.rows())
        first = next(rows, None)
        if first is None:
            self.empty.append(str(table.title))
            return
        counted = _Counted(first, rows)
        sheet = Sheet(
            title=str(table.title),
            columns=sheet_columns(table.columns),
            rows=sheet_rows(table.columns, counted),
            preamble=[[str(table.title)], *([one] for one in lines)],
        )
        with tempfile.TemporaryFile() as stream:
            write_xlsx(stream, [sheet])
            self._take(path, str(table.title), stream, table.restricted, counted.count)

    def file(self, path: str, title: str, content: bytes, *, restricted: bool = False) -> None:
        """A document as it is."""
        self._take(path, title, io.BytesIO(content), restricted)

    def index(self) -> None:
        """The list of members for spreadsheets and programs."""
        header = [_("文件"), _("名称"), _("行数"), _("字节"), "SHA-256", _("限县级知悉")]
        rows = [
            (one.path, one.title, one.rows, one.size, one.sha256, one.restricted)
            for one in self.members
        ]
        stream = io.BytesIO()
        write_csv(stream, header, rows)
        self._take("index.csv", _("目录"), stream, False)

    def sums(self) -> None:
        """The last member: what `sha256sum -c` reads."""
        text = "".join(f"{one.sha256}  {one.path}\n" for one in self.members)
        self._take(SUMS, _("校验值"), io.BytesIO(text.encode()), False)

    def _take(
        self, path: str, title: str, stream: IO[bytes], restricted: bool, rows: int | None = None
    ) -> None:
        stream.seek(0)
        info = ZipInfo(path, _BEGINNING)
        info.create_system = 3
        info.external_attr = 0o100600 << 16
        info.compress_type = ZIP_STORED if path.lower().endswith(_PACKED) else ZIP_DEFLATED
        digest, size = hashlib.sha256(), 0
        with self._archive.open(info, "w", force_zip64=True) as part:
            while block := stream.read(_CHUNK):
                digest.update(block)
                size += len(block)
                part.write(block)
        self.members.append(Member(path, title, rows, size, digest.hexdigest(), restricted))


class _Counted:
    """Rows counted as they pass."""

    def __init__(self, first: dict[str, Any], rows: Iterable[dict[str, Any]]) -> None:
        self._first, self._rows, self.count = first, rows, 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        self.count = 1
        yield self._first
        for row in self._rows:
            self.count += 1
            yield row


def safe_name(text: str) -> str:
    """A part of a path that every system takes."""
    return _FORBIDDEN.sub("_", text).strip("._")[:120] or "_"


def digest_of(path: Path) -> str:
    """The checksum of a file, read in pieces."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
