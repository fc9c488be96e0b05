"""Questions about the demo county: what is planted is found, and hardly anything else."""

from collective_economy.models import IncomeEntry
from config.demo.names import COUNTY_CODE
from rectification.warnings.figures.noticed import noticed
from rectification.warnings.questions.noticed import Noticed
from tests.config.demo_planted import of_rule
from villages.common.periods import Month, parse_month
from villages.models import Village

FIRST, LAST = Month(2024, 12), Month(2026, 10)


def _asked(kind: str, month: Month) -> list[Noticed]:
    return [one for one in noticed(COUNTY_CODE, month) if one.kind == kind]


def _codes(found: list[Noticed]) -> set[str]:
    """The villages that questions are about."""
    return {code for one in found for code in str(one.facts.get("codes", one.code)).split("、")}


def _check_found(rule: str, kind: str) -> None:
    planted: dict[str, set[str]] = {}
    for one in of_rule(rule):
        planted.setdefault(one["period"], set()).add(one["village"])
    assert planted
    for period, villages in planted.items():
        assert _codes(_asked(kind, parse_month(period))) == villages, period


def check_copied_sentences_are_found_in_every_month() -> None:
    _check_found("copied-text", "copied")


def check_months_written_in_later_are_found_with_their_reasons() -> None:
    _check_found("backfilled", "backfilled")
    found = [one for row in of_rule("backfilled")[:1]
             for one in _asked("backfilled", parse_month(row["period"]))]  # fmt: skip
    assert all("重新开放" in one.declared for one in found)


def check_slips_are_found_where_they_stood() -> None:
    """Each is corrected today; put back as it was first stated, it is asked about."""
    for one in of_rule("unit-slip"):
        month = parse_month(one["period"])
        now = IncomeEntry.objects.exclude(replaces=None).get(
            village__code=one["village"], to_month=month.number
        )
        wrong, right = now.replaces.amount_fen, now.amount_fen
        assert not _asked("jump", month)

        IncomeEntry.objects.filter(pk=now.pk).update(amount_fen=wrong)
        assert _codes(_asked("jump", month)) == {one["village"]}
        IncomeEntry.objects.filter(pk=now.pk).update(amount_fen=right)


def check_false_questions_stay_below_two_per_cent() -> None:
    planted = {(one["village"], one["period"]) for rule in ("copied-text", "backfilled")
               for one in of_rule(rule)}  # fmt: skip
    villages = Village.objects.filter(county_code=COUNTY_CODE, valid_to=None).count()
    for month in FIRST.until(LAST):
        asked = {(code, month.code) for code in _codes(noticed(COUNTY_CODE, month))}
        assert len(asked - planted) / villages < 0.02, month.code


QUESTIONS = tuple(one for name, one in sorted(globals().items()) if name.startswith("check_"))
