"""What villages and people brought up: received, answered in time, satisfied."""

from collections.abc import Iterator, Mapping
from typing import Any

from rectification.reports.asked import Asked
from rectification.reports.content import (
    Cell,
    Fold,
    Item,
    Line,
    Paragraph,
    Problem,
    Table,
    Where,
    count,
    share_of,
)
from rectification.reports.told import Known, Told, paragraph
from rectification.reports.topics.case_rows import township_of
from rectification.reports.topics.case_trouble import rows_of
from rectification.reports.topics.saying import named, parts_said, span_word
from rectification.supervision.choices import VoiceKind
from rectification.supervision.figures.voices import ANSWERED, SATISFIED
from rectification.supervision.models import Voice
from rectification.supervision.voice_states import LIVE_VOICES, VoiceStatus

VOICES, SOURCE = "voices", "反映和建议"
_DEFINITION = "按收到日期在本期内统计，投诉举报不计入"
_HEADERS = {
    "township_code": "来自乡镇代码", "kind": "类别", "received_on": "收到日期", "unit": "承办单位",
    "unit_code": "承办乡镇代码",
    "due_on": "办理时限", "status": "状态", "live": "在办", "answered": "已答复",
    "in_time": "按期答复", "late": "逾期", "satisfied": "满意或基本满意",
}  # fmt: skip
_NAMES = (
    "township_code", "village__code", "kind", "received_on", "unit_name", "unit_code",
    "due_on", "status", "answered_on", "satisfaction",
)  # fmt: skip


def tell(asked: Asked) -> Told:
    """What was received in the period, without complaints, names, words. One query."""
    return Told(
        VOICES, bases=(_table(asked),), items=_items,
        per_township=("voices.received", "voices.in_time", "voices.satisfied"),
        paragraphs=_words, problems=_problems,
    )  # fmt: skip


def _table(asked: Asked) -> Table:
    rows = Voice.objects.in_scope(asked.scope).in_county(asked.county.code).handed_on()
    found = rows.filter(received_on__range=(asked.period.start, asked.as_of))
    ordered = found.order_by("received_on", "pk").values(*_NAMES)
    told = tuple(_row(asked, row) for row in ordered)
    return Table(VOICES, "反映和建议", (*_HEADERS,), (*_HEADERS.values(),), told)


def _row(asked: Asked, one: Mapping[str, Any]) -> tuple[Cell, ...]:
    """As of the day for what is late; answers as they stand, held against the day in force."""
    due, status = one["due_on"], VoiceStatus(one["status"])
    is_answered = status in ANSWERED
    late = status == VoiceStatus.ASSIGNED and due < asked.as_of
    return (
        _township(asked, one), str(VoiceKind(one["kind"]).label), one["received_on"].isoformat(),
        one["unit_name"], one["unit_code"] or None, due and due.isoformat(), str(status.label),
        int(status in LIVE_VOICES), int(is_answered),
        int(one["answered_on"] <= due) if is_answered else None, int(late),
        int(one["satisfaction"] in SATISFIED) if one["satisfaction"] else None,
    )  # fmt: skip


def _township(asked: Asked, one: Mapping[str, Any]) -> str | None:
    village = one["village__code"]
    return township_of(asked, village) if village else one["township_code"] or None


def _items(tables: Mapping[str, Table]) -> Iterator[Item]:
    answered, in_time = Where("answered", "eq", 1), Where("in_time", "eq", 1)
    rated = Fold(VOICES, where=(Where("satisfied", "known"),))
    happy = Fold(VOICES, where=(Where("satisfied", "eq", 1),))
    punctual = share_of(Fold(VOICES, where=(in_time,)), Fold(VOICES, where=(answered,)))
    for code, label, unit, formula in (
        ("received", "收到反映和建议", "件", count(VOICES)),
        ("answered", "已答复的反映和建议", "件", count(VOICES, answered)),
        ("open", "在办的反映和建议", "件", count(VOICES, Where("live", "eq", 1))),
        ("late", "逾期没有答复的反映和建议", "件", count(VOICES, Where("late", "eq", 1))),
        ("in_time", "按期答复率", "%", punctual),
        ("satisfied", "群众满意率", "%", share_of(happy, rated)),
    ):  # fmt: skip
        yield Item.folded(f"voices.{code}", label, unit, formula, tables, source=SOURCE,
                          definition=_DEFINITION)  # fmt: skip


def _words(known: Known) -> Iterator[Paragraph]:
    parts = (
        ("收到群众和村反映建议{}件", "voices.received"), ("已答复{}件", "voices.answered"),
        ("按期答复率{}", "voices.in_time:share"), ("满意率{}", "voices.satisfied:share"),
    )  # fmt: skip
    said = parts_said(known, parts)
    if said:
        line = Line("voices.received", f"{span_word(known.asked.period)}{said}。")
        yield from paragraph("诉求办理", [line])


def _problems(known: Known) -> Iterator[Problem]:
    late = [one for one in rows_of(known.tables[VOICES]) if one["late"]]
    units = {str(one["unit_code"] or one["unit"]): str(one["unit"]) for one in late}
    if units:
        said = f"{named(list(units.values()))}{{voices.late}}件群众反映逾期没有答复。"
        line = Line("voices.late", said)
        yield Problem("voices.late", "诉求办理方面", line, tuple(units), tuple(units.values()))
