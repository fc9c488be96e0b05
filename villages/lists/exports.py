"""A list as a file: what is seen is what is exported, and the trail knows who took it."""

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

from django.http import FileResponse
from django.utils.translation import gettext as _

from villages.common import clock
from villages.common.errors import DomainError
from villages.common.short_codes import short_code
from villages.lists.cells import instant_text
from villages.lists.downloads import download
from villages.lists.listing import Listing
from villages.lists.reading import totals_of, values
from villages.lists.sheet_values import sheet_columns, sheet_rows, sheet_totals
from villages.lists.sheets import Sheet, write_csv, write_xlsx
from villages.trace.chain import canonical
from villages.trace.record import plain, record

LIMIT = 50_000
FORMATS = ("xlsx", "csv")
_CHUNK = 2_000


@dataclass(frozen=True)
class Mark:
    """What tells one export from every other: a short code, the moment, the reader's name."""

    code: str
    at: datetime
    reader: str

    @property
    def line(self) -> str:
        """The line that stands in the file and on paper."""
        return _("导出人:%(reader)s  导出时间:%(at)s  导出编号:%(code)s") % {
            "reader": self.reader,
            "at": instant_text(self.at),
            "code": self.code,
        }


def make_mark(listing: Listing) -> Mark:
    """A mark for the person and the moment."""
    user, at = listing.user, clock.now()
    name = f"{getattr(user, 'name', user)} {getattr(user, 'unit_name', '')}".strip()
    code = short_code(getattr(user, "uid", ""), clock.instant().isoformat(), listing.spec.key)
    return Mark(code, at, name)


def export(listing: Listing, output: str) -> FileResponse:
    """All matching rows in the order, with the columns and filters of the page.

    Raises `export_format_unknown`, `list_question_unclear`, `export_too_large`.
    """
    if output not in FORMATS:
        raise DomainError(
            "export_format_unknown", _("不支持这种导出格式。"), _("可以导出 xlsx 或 csv。")
        )
    require_exportable(listing)
    mark, rows = make_mark(listing), Digested(_rows(listing))
    stream: Any = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it when sent
    (_write_xlsx if output == "xlsx" else _write_csv)(stream, listing, rows, mark)
    trace_export(listing, mark, output, count=rows.count, digest=rows.hexdigest)
    return download(stream, f"{listing.spec.title}-{mark.at:%Y-%m-%d}.{output}")


def require_exportable(listing: Listing, limit: int = LIMIT) -> int:
    """The number of rows to come. Raises where they are too many or the question is unclear."""
    listing.require_understood()
    count: int = listing.matching.order_by()[: limit + 1].count()
    if count > limit:
        raise DomainError(
            "export_too_large",
            _("符合条件的数据超过 %(limit)s 行,不能一次导出。") % {"limit": f"{limit:,}"},
            _("请增加筛选条件,分几次导出。"),
        )
    return count


class Digested:
    """Rows on their way into a file, counted and hashed as they pass."""

    def __init__(self, rows: Iterable[list[Any]]) -> None:
        self._rows = rows
        self._hash = hashlib.sha256()
        self.count = 0

    def __iter__(self) -> Iterator[list[Any]]:
        for row in self._rows:
            self.count += 1
            self._hash.update(canonical(plain(row)).encode() + b"\n")
            yield row

    @property
    def hexdigest(self) -> str:
        """SHA-256 over the rows, in the spelling of the trail."""
        return self._hash.hexdigest()


def _rows(listing: Listing) -> Iterator[list[Any]]:
    found = values(listing.ordered, listing.spec, listing.shown)[:LIMIT]
    return sheet_rows(listing.shown, found.iterator(chunk_size=_CHUNK))


def _write_xlsx(stream: BinaryIO, listing: Listing, rows: Digested, mark: Mark) -> None:
    title = str(listing.spec.title)
    sheet = Sheet(
        title=title,
        columns=sheet_columns(listing.shown),
        rows=rows,
        preamble=[[title], [_("筛选:%(text)s") % {"text": listing.condition_text}], [mark.line]],
        totals=sheet_totals(listing.shown, totals_of(listing.matching, listing.shown)),
    )
    write_xlsx(stream, [sheet])


def _write_csv(stream: BinaryIO, listing: Listing, rows: Digested, _mark: Mark) -> None:
    """Rows alone: programs read this; the code stands in the trail."""
    write_csv(stream, [one.heading for one in sheet_columns(listing.shown)], rows)


def trace_export(
    listing: Listing, mark: Mark, output: str, *, count: int, digest: str = ""
) -> None:
    """Writes into the trail who took which rows, under which code."""
    taken = {
        "list": listing.spec.key,
        "format": output,
        "code": mark.code,
        "filters": listing.condition_text,
        "query": listing.asked.question,
        "columns": [one.key for one in listing.shown],
        "digest": digest,
    }
    title = str(listing.spec.title)
    county = listing.county
    record("list.exported", by=listing.user, after=taken, count=count, county=county, name=title)
