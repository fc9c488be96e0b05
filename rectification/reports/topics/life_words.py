"""Sentences about organization life."""

from collections.abc import Iterator

from branches.choices import MeetingKind
from rectification.reports.content import Cell, Line, Paragraph, Problem, Table, plain
from rectification.reports.told import Known, paragraph
from rectification.reports.topics.life_kinds import Kinds
from rectification.reports.topics.life_rows import TABLE
from rectification.reports.topics.spans import day, span_words
from villages.imports.months import due_date

_TITLE = "组织生活方面"
_MOST = 3


def words(kinds: Kinds, known: Known) -> Iterator[Paragraph]:
    """Rates of the kinds that came due, and how far running ones are."""
    yield from paragraph("组织生活", _lines(kinds, known))


def _lines(kinds: Kinds, known: Known) -> Iterator[Line]:
    rates = [
        f"{plain(str(kind.label))}{{life.{kind}.rate:share}}"
        for kind in kinds.ended
        if known.has(f"life.{kind}.rate")
    ]
    if rates and known.has("life.on_time"):
        parts = f"，其中{'、'.join(rates)}" if len(rates) > 1 else ""
        yield Line(
            "life.on_time",
            f"{span_words(known.asked)}到期的组织生活按期率{{life.on_time:share}}{parts}。",
        )
    so_far = [
        f"{plain(str(kind.label))}{{life.{kind}.so_far:share}}"
        for kind in kinds.running
        if known.some(f"life.{kind}.so_far")
    ]
    if so_far:
        told = "、".join(so_far)
        yield Line("life.so_far", f"按季开展的组织生活还在进行，已开展的党支部占比：{told}。")
    if known.has("life.attendance"):
        yield Line("life.attendance", "近几次全体党员参加的组织生活到会率{life.attendance:share}。")


def front(known: Known) -> Iterator[Line]:
    """Branches of which something is not known."""
    if known.some("life.unknown"):
        yield Line(
            "life.gaps",
            "{life.unknown}个党支部没有填全本期组织生活，不计入按期率的分母。",
        )


def problems(kinds: Kinds, known: Known) -> Iterator[Problem]:
    """Branches that missed, one sentence for each kind."""
    for kind in kinds.ended:
        if known.some(f"life.{kind}.missed"):
            yield _missed(kind, known, known.tables[TABLE])


def _missed(kind: MeetingKind, known: Known, base: Table) -> Problem:
    at = base.place(f"{kind}_missed")
    rows = sorted((row for row in base.rows if row[at]), key=lambda row: -int(row[at] or 0))
    codes = sorted({str(base.cell(row, "code")) for row in rows})
    named = "、".join(_branch(known, base, kind, row) for row in rows[:_MOST])
    said = f"{{life.{kind}.missed}}个党支部未按期开展{plain(str(kind.label))}，如{named}。"
    code = f"life.{kind}"
    names = tuple(known.asked.place_of[one].name for one in codes)
    return Problem(code, _TITLE, Line(code, said), tuple(codes), names)


def _branch(known: Known, base: Table, kind: MeetingKind, row: tuple[Cell, ...]) -> str:
    where = known.asked.names([str(base.cell(row, "code"))])
    branch = str(base.cell(row, "branch")).removeprefix(str(base.cell(row, "village")))
    # Of a single month the sentence says already when.
    when = f"（{base.cell(row, f'{kind}_when')}）" if len(known.asked.months) > 1 else ""
    return plain(f"{where}{branch}{when}")


def tasks(known: Known) -> Iterator[Line]:
    """What branches that missed have to make up for."""
    missed = any(code.endswith(".missed") and known.some(code) for code in known.items
                 if code.startswith("life."))  # fmt: skip
    if missed:
        until = due_date(known.asked.period.last_month.next(), known.asked.county.code)
        said = f"所在乡镇（街道）督促未按期开展组织生活的党支部于{day(until)}前补开，并如实填报。"
        yield Line("life.make_up", said)
