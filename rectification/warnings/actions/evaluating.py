"""Writing the colours of a county: only what changed, in one transaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from rectification.warnings.actions.raising import held_events, raise_events
from rectification.warnings.actions.rule_sets import install_default_rules
from rectification.warnings.choices import Stage
from rectification.warnings.judging import CountyJudged, Judged, judge_county
from rectification.warnings.models import Evaluation, VillageWarning
from villages.accounts.models.fields import new_uid
from villages.common import clock, garbage
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.db import bulk
from villages.db.locks import hold
from villages.imports.months import due_date, is_closed
from villages.trace.chain import canonical
from villages.trace.record import record

_CHANGING = (
    "colour", "reasons", "facts", "standing", "raw_colour", "mark", "red_months", "yellow_months",
    "township_code", "rule_set_id", "evaluation_id", "digest",
)  # fmt: skip
_COLUMNS = (
    "uid", "village", "county_code", "month", "colour", "reasons", "facts", "standing",
    "raw_colour", "mark", "red_months", "yellow_months", "township_code", "rule_set", "evaluation",
    "digest",
)  # fmt: skip


@dataclass(frozen=True)
class Evaluated:
    """What an evaluation came to."""

    judged: CountyJudged
    rows_written: int

    def to_json(self) -> dict[str, Any]:
        """The shape that scripts rely on."""
        return {
            "period": self.judged.month.code,
            "villages": len(self.judged.villages),
            **self.judged.counts,
            "rows_written": self.rows_written,
            "digest": self.judged.digest,
        }


def evaluate(*, by: Any, county: str, month: Month) -> Evaluated:
    """Judges all villages of a county and writes what changed; a second run writes nothing.

    Raises `evaluation_scope`, `evaluation_ahead`.
    """
    refuse_evaluation(by, county, month)
    return write(by=by, judged=judge_county(county, month))


def refuse_evaluation(by: Any, county: str, month: Month) -> None:
    """Raises where this person may not judge this county, or nobody this month."""
    if not by.territory.covers(county):
        raise DomainError("evaluation_scope", "这个县不在您的管辖范围内。", "请换一个县。")
    if month > Month.of(clock.today()):
        raise DomainError(
            "evaluation_ahead", f"{month.label}还没有开始,不能评估。", "请换一个月份。"
        )


def stage_of(county: str, month: Month, on: date) -> Stage:
    """Whether a month is judged before its filing day, before closing, or for good."""
    if is_closed(county=county, month=month, unit=county, on=on):
        return Stage.FINAL
    return Stage.PROVISIONAL if on > due_date(month, county) else Stage.OPEN


@garbage.kept()
@transaction.atomic
def write(*, by: Any, judged: CountyJudged) -> Evaluated:
    """Writes what differs from what is stored: colours, then the events they raise or find no
    more; one evaluation and one entry of the trail. A fixed number of statements."""
    hold(f"evaluate:{judged.county}:{judged.month.number}", exclusive=True)
    # Events before colours, as decisions hold them: two who wait never wait for each other.
    list(held_events(judged).values_list("pk", flat=True))
    rows = VillageWarning.objects.filter(county_code=judged.county).in_month(judged.month)
    stored = {village: (pk, digest) for pk, village, digest in _keys(rows)}
    rule_set = judged.rules.rule_set or install_default_rules(by=by).pk
    new = [one for one in judged.villages if one.village not in stored]
    changed = [
        (stored[one.village][0], one)
        for one in judged.villages
        if one.village in stored and stored[one.village][1] != one.digest
    ]
    stage = stage_of(judged.county, judged.month, clock.today())
    last = _last_stage(judged)
    if new or changed or last not in {None, stage}:
        _write(by, judged, stage, rule_set, new, changed)
    raise_events(by=by, judged=judged, settled=last == Stage.FINAL)
    return Evaluated(judged, len(new) + len(changed))


def _last_stage(judged: CountyJudged) -> str | None:
    """How far the month had been judged before: a trial, provisionally, for good, or not at all."""
    runs = Evaluation.objects.filter(county_code=judged.county, month=judged.month.number)
    return runs.order_by("-id").values_list("stage", flat=True).first()


def _keys(rows: Any) -> Iterable[tuple[int, int, str]]:
    return rows.values_list("pk", "village_id", "digest")  # type: ignore[no-any-return]


def _write(
    by: Any,
    judged: CountyJudged,
    stage: Stage,
    rule_set: int,
    new: list[Judged],
    changed: list[tuple[int, Judged]],
) -> None:
    count = len(new) + len(changed)
    run = Evaluation.objects.create(
        county_code=judged.county, month=judged.month.number, rule_set_id=rule_set,
        villages=len(judged.villages), **judged.counts, rows_written=count, stage=stage,
        digest=judged.digest, evaluated_by_id=getattr(by, "pk", None),
    )  # fmt: skip
    place = judged.county, judged.month.number
    if new:
        inserts = ((new_uid(), one.village, *place, *_values(one, rule_set, run)) for one in new)
        bulk.insert(VillageWarning, _COLUMNS, inserts)
    if changed:
        updates = ((pk, *_values(one, rule_set, run)) for pk, one in changed)
        bulk.update(VillageWarning, "id", _CHANGING, updates)
    told = sorted([*new, *(one for _pk, one in changed)], key=lambda one: one.code)
    record(
        "warnings.evaluated", run, by=by, after=judged.counts, count=count, name=judged.month.label,
        rows=([one.code, one.colour, one.reasons] for one in told),
    )  # fmt: skip


def _values(one: Judged, rule_set: int, run: Evaluation) -> tuple[Any, ...]:
    outcome, brought = one.outcome, one.standing.to_json()
    return (
        one.colour, canonical(one.reasons), canonical(one.facts),
        canonical(brought) if brought else None, outcome.raw, outcome.mark, outcome.red_months,
        outcome.yellow_months, one.township, rule_set, run.pk, one.digest,
    )  # fmt: skip
