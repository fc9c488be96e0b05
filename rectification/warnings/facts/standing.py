"""What each village of a county brings into a month, from events and decisions."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Q

from rectification.warnings.models import Alert, ColourOverride, Exemption, VillageWarning
from rectification.warnings.standing import NOTHING, Held, Standing
from rectification.warnings.states import AlertStatus
from villages.common.periods import Month


def standings(
    county: str, month: Month, on: date, villages: Collection[int] | None = None
) -> dict[int, Standing]:
    """By village (primary key), of all or of those named; one that brings nothing is left out.
    Four queries.

    Months decide, not the moment of asking: judging a month again finds the same as before, and
    what was decided later counts from later months.
    """
    only = Q() if villages is None else Q(village_id__in=villages)
    alerts = _by_village(Alert.objects.in_county(county).held_in(month).filter(only))
    exempt = _exempt(county, month, only)
    holding = ColourOverride.objects.in_county(county).holding(month).filter(only)
    overrides = dict(holding.values_list("village_id", "colour"))
    before = _before(county, month, only)
    found = {
        pk: _standing(
            alerts.get(pk, []), exempt.get(pk, frozenset()), overrides.get(pk, ""),
            before.get(pk, (0, 0)), month, on,
        )
        for pk in {*alerts, *exempt, *overrides, *before}
    }  # fmt: skip
    return {pk: one for pk, one in found.items() if one != NOTHING}


def _by_village(rows: Iterable[Alert]) -> dict[int, list[Alert]]:
    found: dict[int, list[Alert]] = {}
    for row in rows:
        found.setdefault(row.village_id, []).append(row)
    return found


def _exempt(county: str, month: Month, only: Q) -> dict[int, frozenset[str]]:
    holding = Exemption.objects.in_county(county).holding(month).filter(only)
    rows = holding.values_list("village_id", "rules")
    found: dict[int, frozenset[str]] = {}
    for village, codes in rows:
        found[village] = found.get(village, frozenset()) | frozenset(codes or ["*"])
    return found


def _before(county: str, month: Month, only: Q) -> dict[int, tuple[int, int]]:
    """Months in a row up to the month before, of villages that have any."""
    rows = VillageWarning.objects.in_county(county).in_month(month.previous()).filter(only)
    counted = rows.exclude(red_months=0, yellow_months=0)
    return {
        village: (red, yellow)
        for village, red, yellow in counted.values_list("village_id", "red_months", "yellow_months")
    }


def _standing(
    alerts: list[Alert], exempt: frozenset[str], override: str, before: tuple[int, int],
    month: Month, on: date,
) -> Standing:  # fmt: skip
    held = {one.rule: _held(one, month) for one in alerts if _is_held(one, month, on)}
    return Standing(
        held, frozenset(_cleared(alerts, month)), exempt, override, _lowered(alerts, month), *before
    )


def _is_held(alert: Alert, month: Month, on: date) -> bool:
    """Raised before, not ended by this month, and its observation not yet over."""
    number = month.number
    if alert.raised_month >= number or (alert.ended_from and alert.ended_from <= number):
        return False
    observed = alert.observed_from is not None and alert.observed_from <= number
    return not (observed and alert.observation_until and alert.observation_until <= on)


def _held(alert: Alert, month: Month) -> Held:
    observed = alert.observed_from is not None and alert.observed_from <= month.number
    red = alert.red_from is not None and alert.red_from < month.number
    return Held("red" if red else "yellow", alert.raised_month, observed)


def _cleared(alerts: list[Alert], month: Month) -> Iterable[str]:
    return (
        one.rule for one in alerts
        if one.status == AlertStatus.FALSE_ALARM and one.ended_from == month.number
    )  # fmt: skip


def _lowered(alerts: list[Alert], month: Month) -> bool:
    """Whether a person lowered a yellow event of this village, counting from this month."""
    return any(
        one.status == AlertStatus.LOWERED and one.ended_from == month.number and not one.red_from
        for one in alerts
    )
