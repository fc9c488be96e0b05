"""Writing the colours of a county: only what changed, in one transaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from rectification.warnings.actions.rule_sets import install_default_rules
from rectification.warnings.judging import CountyJudged, Judged, judge_county
from rectification.warnings.models import Evaluation, VillageWarning
from villages.accounts.models.fields import new_uid
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.db import bulk
from villages.db.locks import hold
from villages.trace.chain import canonical
from villages.trace.record import record

_CHANGING = ("colour", "reasons", "facts", "rule_set_id", "evaluation_id", "digest")
_COLUMNS = (
    "uid", "village", "county_code", "month", "colour", "reasons", "facts", "rule_set",
    "evaluation", "digest",
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


@transaction.atomic
def write(*, by: Any, judged: CountyJudged) -> Evaluated:
    """Writes what differs from what is stored; one evaluation and one entry of the trail.

    Four statements beside the trail, however many villages changed.
    """
    hold(f"evaluate:{judged.county}:{judged.month.number}", exclusive=True)
    rows = VillageWarning.objects.filter(county_code=judged.county).in_month(judged.month)
    stored = {village: (pk, digest) for pk, village, digest in _keys(rows)}
    rule_set = judged.rules.rule_set or install_default_rules(by=by).pk
    new = [one for one in judged.villages if one.village not in stored]
    changed = [
        (stored[one.village][0], one)
        for one in judged.villages
        if one.village in stored and stored[one.village][1] != one.digest
    ]
    if new or changed:
        _write(by, judged, rule_set, new, changed)
    return Evaluated(judged, len(new) + len(changed))


def _keys(rows: Any) -> Iterable[tuple[int, int, str]]:
    return rows.values_list("pk", "village_id", "digest")  # type: ignore[no-any-return]


def _write(
    by: Any,
    judged: CountyJudged,
    rule_set: int,
    new: list[Judged],
    changed: list[tuple[int, Judged]],
) -> None:
    count = len(new) + len(changed)
    run = Evaluation.objects.create(
        county_code=judged.county, month=judged.month.number, rule_set_id=rule_set,
        villages=len(judged.villages), **judged.counts, rows_written=count,
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
    return (
        one.colour, canonical(one.reasons), canonical(one.facts), rule_set, run.pk, one.digest,
    )  # fmt: skip
