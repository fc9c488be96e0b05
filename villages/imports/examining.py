"""The whole look at a file, without writing anything: read, check, compare."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from villages.common import clock, garbage
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.imports import stated
from villages.imports.checking import Checked, blame, check_book, in_order
from villages.imports.comparing import Plan, compare
from villages.imports.corrections import Corrections, as_written, corrected
from villages.imports.declaring import Context, SheetKind
from villages.imports.findings import Question
from villages.imports.models import HeaderChoice
from villages.imports.reading.run import Book, read_book
from villages.imports.stamps import Stamp, stamp_of

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Wish:
    """What the person said about a file: for which county, day, month; None is for the sheet to
    say. `source` is the file's own name, `corrections` what was corrected on the page."""

    by: Any
    county: str
    on: date | None = None
    month: Month | None = None
    source: str = ""
    corrections: Corrections = field(default_factory=dict)


@dataclass
class Examined:
    """A file as understood: for whom and when, what it holds, what it would change."""

    kind: SheetKind
    context: Context
    checked: Checked
    plan: Plan
    stamp: Stamp | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """A name for exactly the changes that were shown."""
        return self.plan.digest(self.kind)


def examine(
    path: Path, kind: SheetKind, wish: Wish, tell: Progress = lambda stage: None
) -> Examined:
    """Reads and checks a file. Raises DomainError where nothing of it can be read."""
    tell(_("读取"))
    book = read_book(path)
    return examine_book(book, kind, wish, tell)


@garbage.kept()
def examine_book(
    book: Book, kind: SheetKind, wish: Wish, tell: Progress = lambda stage: None
) -> Examined:
    """Checks and compares what was read. Three queries of the gazetteer, one of the answers
    about headers, and those of the kind."""
    book, by_hand = corrected(book, wish.corrections)
    stamp = stamp_of(book)
    context, asked = _context(book, kind, wish, stamp)
    tell(_("校验"))
    checked = check_book(book, kind, context, remembered(kind.key, context.county))
    checked.questions[:0], checked.mends[:0] = asked, by_hand
    checked.rows = kind.derive(context, checked.rows)
    tell(_("比对"))
    stored = kind.existing(context)
    if found := list(kind.faults(context, checked.rows, stored)):
        blame(kind, found, checked)
    checked.questions += kind.questions(context, checked.rows, stored)
    counted = {name: _counted(kind, letters) for name, letters in checked.letters.items()}
    checked.faults = in_order(as_written(book, checked.faults, counted))
    plan = compare(kind, checked.rows, stored)
    return Examined(kind, context, checked, plan, stamp, _notes(kind, context, stamp))


def _counted(kind: SheetKind, letters: Mapping[str, str]) -> set[str]:
    """The letters of columns that have a unit."""
    return {letters[one.key] for one in kind.columns if one.unit and one.key in letters}


def remembered(kind: str, county: str) -> dict[str, str]:
    """What the county once answered about unknown headers of this kind."""
    rows = HeaderChoice.objects.filter(county_code=county, kind=kind)
    return dict(rows.values_list("words", "column"))


def _context(
    book: Book, kind: SheetKind, wish: Wish, stamp: Stamp | None
) -> tuple[Context, list[Question]]:
    context = Context(
        wish.by, wish.county, wish.on or clock.today(), wish.month, wish.source,
        stated.stated_county(book),
    )  # fmt: skip
    questions: list[Question] = []
    if kind.needs_month:
        context, questions = _with_month(book, kind, context, stamp)
    elif wish.on is None:
        context, questions = _with_day(book, context)
    return context, questions


def _with_day(book: Book, context: Context) -> tuple[Context, list[Question]]:
    day = stated.stated_day(book)
    if day is None:
        return context, []
    if day > context.on:
        words = f"表中的日期 {day:%Y-%m-%d} 晚于今天,按今天记录。"
        return context, [Question(book.sheets[0].name, 0, "", "date_ahead", words)]
    return replace(context, on=day), []


def _with_month(
    book: Book, kind: SheetKind, context: Context, stamp: Stamp | None
) -> tuple[Context, list[Question]]:
    told = (stamp.period if stamp else None) or stated.stated_month(book)
    month = context.month or told
    if month is None and kind.month_in_rows:
        return context, []
    if month is None:
        raise DomainError("period_missing", "不知道这是哪个月的数据。", "请选择月份后再上传。")
    on = month.end if context.month or told else context.on
    context = replace(
        context, month=month, on=min(on, clock.today()),
        single_month=stated.speaks_of_one_month(book),
    )  # fmt: skip
    if told and told != month:
        words = f"表头写的是 {told.label},导入到 {month.label},请核对。"
        return context, [Question(book.sheets[0].name, 0, "", "other_period", words)]
    return context, []


def _notes(kind: SheetKind, context: Context, stamp: Stamp | None) -> list[str]:
    """What a template of ours says about itself when it comes back changed."""
    if stamp is None:
        return []
    found = []
    if stamp.kind != kind.key:
        found.append(f"这是另一类模板({stamp.kind}),请确认选对了表。")
    if stamp.county != context.county:
        found.append("这是为另一个县生成的模板。")
    if stamp.version != kind.version:
        found.append("模板是旧版本:列名有变化,已按列名识别。")
    return found
