"""Putting questions, once each; and taking them away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.warnings.choices import QuestionOutcome
from rectification.warnings.figures.noticed import noticed
from rectification.warnings.models import Question
from rectification.warnings.perms import may_evaluate
from rectification.warnings.questions.noticed import Noticed
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.db.locks import hold
from villages.imports.months import is_closed, require_open
from villages.models import Village
from villages.trace.record import record

_DECLARED = "填报时的说明"
_CHANGING = ("village", "other", "facts", "version")


@dataclass(frozen=True)
class Put:
    """What asking came to: rows written, and how many of each kind there are now."""

    month: Month
    added: int
    changed: int
    gone: int
    kinds: Mapping[str, int]

    @property
    def rows_written(self) -> int:
        """Zero where nothing was new."""
        return self.added + self.changed + self.gone

    def to_json(self) -> dict[str, Any]:
        """The shape that scripts rely on."""
        return {
            "period": self.month.code, "added": self.added, "changed": self.changed,
            "gone": self.gone, "rows_written": self.rows_written, "questions": dict(self.kinds),
        }  # fmt: skip


@transaction.atomic
def ask_questions(*, by: Any, county: str, month: Month) -> Put:
    """Puts what was noticed, each once; a second run writes nothing.

    A question whose ground is gone goes too, unless somebody answered or settled it. Raises
    `question_scope`, `question_ahead`, `month_closed`.
    """
    _refuse(by, county, month)
    require_open(county=county, month=month)
    hold(f"questions:{county}:{month.number}", exclusive=True)
    on, found = clock.today(), noticed(county, month)
    rows = Question.objects.in_county(county).filter(month=month.number)
    stored = {(one.kind, one.key): one for one in rows}
    codes = {one.code for one in found} | {one.other for one in found}
    places = {one.code: one for one in Village.objects.filter(code__in=codes - {""})}
    put = _write(found, stored, places, on, month)
    if put.rows_written:
        record(
            "questions.asked", by=by, county=county, name=month.label, after=put.to_json(),
            count=put.rows_written, county_only=True,
        )  # fmt: skip
    return put


def _refuse(by: Any, county: str, month: Month) -> None:
    allowed = may_evaluate(by) or getattr(by, "pk", None) is None
    if not (allowed and by.territory.covers(county)):
        words = _("提问由县委组织部发起,且限本县。")
        raise DomainError("question_scope", words, _("如需提问,请与组织部联系。"))
    if month > Month.of(clock.today()):
        words = _("%s还没有开始,不能提问。") % month.label
        raise DomainError("question_ahead", words, _("请换一个月份。"))


def _write(
    found: list[Noticed], stored: Mapping[tuple[str, str], Question],
    places: Mapping[str, Village], on: date, month: Month,
) -> Put:  # fmt: skip
    fresh = {(str(one.kind), one.key): _row(one, places, on, month) for one in found}
    new = [row for key, row in fresh.items() if key not in stored]
    changed = [
        _renewed(stored[key], row)
        for key, row in fresh.items()
        if key in stored and _is_untouched(stored[key]) and _differs(stored[key], row)
    ]
    gone = [row.pk for key, row in stored.items() if key not in fresh and _is_untouched(row)]
    Question.objects.bulk_create(new)
    Question.objects.bulk_update(changed, _CHANGING)
    if gone:
        Question.objects.filter(pk__in=gone).delete()
    kinds: dict[str, int] = {}
    for kind, _key in fresh:
        kinds[kind] = kinds.get(kind, 0) + 1
    return Put(month, len(new), len(changed), len(gone), kinds)


def _row(one: Noticed, places: Mapping[str, Village], on: date, month: Month) -> Question:
    place = places[one.code]
    declared = {
        "answer": one.declared[:500], "answered_name": _DECLARED, "answered_on": on
    }  # fmt: skip
    return Question(
        village=place, county_code=place.county_code, kind=str(one.kind), key=one.key,
        month=month.number, facts={**one.facts, "kind": str(one.kind)}, asked_on=on,
        other=places.get(one.other), **(declared if one.declared else {}),
    )  # fmt: skip


def _is_untouched(row: Question) -> bool:
    """Whether no person said anything yet."""
    return row.outcome == "" and (row.answer == "" or row.answered_name == _DECLARED)


def _differs(row: Question, other: Question) -> bool:
    told = (row.facts, row.village_id, row.other_id)
    return told != (other.facts, other.village_id, other.other_id)


def _renewed(row: Question, other: Question) -> Question:
    row.facts, row.village_id, row.other_id = other.facts, other.village_id, other.other_id
    row.version += 1
    return row


def ask_while_open(*, by: Any, county: str, month: Month) -> Put | None:
    """After an evaluation: nothing where the month is closed already."""
    if is_closed(county=county, month=month, unit=county, on=clock.today()):
        return None
    return ask_questions(by=by, county=county, month=month)


@transaction.atomic
def drop_unconfirmed(county: str, month: Month, by: Any) -> int:
    """When the month is closed: what no person confirmed is gone. How many went."""
    rows = Question.objects.in_county(county).filter(month=month.number)
    count, _each = rows.exclude(outcome=QuestionOutcome.CONFIRMED).delete()
    if count:
        record("questions.dropped", by=by, county=county, name=month.label, count=count,
               county_only=True)  # fmt: skip
    return count
