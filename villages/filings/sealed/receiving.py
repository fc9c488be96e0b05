"""A filled workbook comes back: checked, kept as a draft or handed in, once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from villages.common.clock import day_of
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.filings.actions.drafting import require_filer
from villages.filings.actions.pushing import push
from villages.filings.choices import Channel
from villages.filings.figures.sheet import asked, sheet
from villages.filings.models import FilingReceipt
from villages.filings.parameters import limits
from villages.filings.pushed import REFUSED, Outcome, Push, Stated
from villages.filings.sealed.reading import Filled, filled_of
from villages.filings.sealed.seal import Seal, seal_of
from villages.filings.weighing import weigh
from villages.imports.findings import Fault
from villages.imports.marked import mark_file
from villages.imports.reading.run import read_book
from villages.imports.storing import keep, path_of, remove
from villages.models import Township, Village


@dataclass(frozen=True)
class Received:
    """What became of a workbook.

    With `faults` nothing was kept, and `marked` is the workbook with red cells. `outcomes` are
    by village; `receipt` is there once it was handed in.
    """

    township: str
    month: Month
    faults: list[Fault] = field(default_factory=list)
    marked: bytes = b""
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    receipt: FilingReceipt | None = None

    @property
    def refused(self) -> dict[str, Outcome]:
        """Villages that were not taken."""
        return {code: one for code, one in self.outcomes.items() if one.result == REFUSED}


def receive(
    *, by: Any, chunks: Iterable[bytes], shown: str, submit: bool, at: datetime
) -> Received:
    """Reads the file in a child with limits, and forgets it.

    Raises `filing_not_allowed`, `sealed_missing`, `sealed_altered`, `sealed_outdated`,
    `township_unknown`, and what the reading of files refuses.
    """
    require_filer(by)
    stored = keep(chunks, shown)
    path = path_of(stored.name)
    try:
        return _received(by, path, stored.digest, submit, at)
    finally:
        remove(stored.name)


def _received(by: Any, path: Path, digest: str, submit: bool, at: datetime) -> Received:
    book = read_book(path)
    seal = seal_of(book)
    _require_place(seal, by)
    start = Received(
        seal.township, seal.month, names={code: one.name for code, one in seal.places.items()}
    )
    key = f"sealed:{seal.nonce}:{digest}"
    receipts = FilingReceipt.objects.visible_to(by)
    if known := receipts.filter(township_code=seal.township, key=key).first():
        return replace(start, receipt=known)
    inputs = asked(seal.township[:6], seal.month.end)
    if tuple(one.key for one in inputs) != seal.inputs:
        words = _("下载之后,%s的填报项有变化。") % seal.month.label
        raise DomainError("sealed_outdated", words, _("请重新下载,把已填的数复制过去。"))
    filled = filled_of(book, seal, inputs)
    if filled.faults:
        return replace(start, faults=filled.faults, marked=mark_file(path, filled.faults))
    return _taken(start, seal, filled, key, submit, by, at)


def _require_place(seal: Seal, by: Any) -> None:
    if not Township.objects.visible_to(by).filter(code=seal.township).exists():
        words = _("这张表属于别的乡镇,不在您的管辖范围内。")
        raise DomainError("township_unknown", words, _("请交给该乡镇或县委组织部上传。"))


def _taken(
    start: Received, seal: Seal, filled: Filled, key: str, submit: bool, by: Any, at: datetime
) -> Received:
    """A draft first: whatever stops handing in, nothing that was written is lost."""
    rows = _stated(seal, filled, by, at)
    drafted = push(pushed=Push(seal.month, rows, Channel.SEALED), by=by, at=at)
    start = replace(start, outcomes=drafted)
    if not submit or start.refused:
        return start
    seen = {code: replace(one, version=drafted[code].version) for code, one in rows.items()}
    handed = Push(seal.month, seen, Channel.SEALED, submit=True, key=key)
    done = push(pushed=handed, by=by, at=at)
    receipt = FilingReceipt.objects.filter(submitted_by=by.pk, key=key).first()
    return replace(start, outcomes=done, receipt=receipt)


def _stated(seal: Seal, filled: Filled, by: Any, at: datetime) -> dict[str, Stated]:
    """A village's sentence explains every value of it that is odd."""
    notes = _notes(seal, filled, by, at)
    return {
        code: Stated(texts, notes.get(code, {}), seal.places[code].version)
        for code, texts in filled.texts.items()
    }


def _notes(seal: Seal, filled: Filled, by: Any, at: datetime) -> dict[str, dict[str, str]]:
    said = {code: text for code, text in filled.notes.items() if text}
    if not said:
        return {}
    rows = Village.objects.visible_to(by).filter(code__in=filled.texts, valid_to=None)
    county = seal.township[:6]
    grid = sheet(rows.order_by("code"), county, seal.month)
    found: dict[str, dict[str, str]] = {}
    for code, key in weigh(grid, filled.texts, {}, limits(county, day_of(at))).doubts:
        if code in said:
            found.setdefault(code, {})[key] = said[code]
    return found
