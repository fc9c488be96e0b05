"""Collecting what the checks read, for all villages of a scope at once."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.db.models import F, Q, Sum

from collective_economy.checks.doubles import doubled, equal_growths
from collective_economy.checks.facts import CheckFacts, Payment, Restated
from collective_economy.choices import OPERATING_TYPE, Category
from collective_economy.figures.months import monthly
from collective_economy.figures.profit import profits
from collective_economy.figures.reading import VillageIncome, year_to_dates
from collective_economy.figures.sharing import rewards
from collective_economy.kinds import Direction, ProjectStatus
from collective_economy.models import Contract, IncomeEntry, PlatformTotal, Project, Voucher
from collective_economy.parameters import tier_bounds
from collective_economy.statements import Accumulated
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.imports.months import correction_date
from villages.models import Village

_PAYMENT = (
    "direction", "dated_on", "voucher_no", "category", "amount_fen", "party", "party_kind",
    "account", "purpose", "bank_serial", "decision_no", "contract_no", "has_attachment",
)  # fmt: skip


def gather(scope: Scope, county: str, month: Month) -> list[CheckFacts]:
    """Facts of every village of the scope, January to the month, in order of codes.

    Fourteen queries, however many villages there are; one more where single months were filed.
    """
    villages = Village.objects.in_scope(scope).in_county(county).on(month.end).order_by("code")
    places = dict(villages.values_list("pk", "code"))
    stated = year_to_dates(scope, county, [month, month.same_last_year()])
    now, before = stated[month], stated[month.same_last_year()]
    payments = _payments(county, month)
    twice = doubled(payments)
    profit = profits(scope, county, month, now)
    paid = rewards(scope, county, month, profit)
    known = monthly(scope, county, Month(month.year, 1), month)
    contracts, projects = _contracts(county, month), _projects(county, month)
    restated, platform = _restated(county, month), _platform(county, month)
    fallen = _fallen(county, month)
    equal = equal_growths(_filings(county, month, places, now, before))
    bounds = [fen for _tier, fen in tier_bounds(county, month.end)]
    return [
        CheckFacts(
            village=pk,
            month=month.number,
            operating_fen=_operating(now.get(pk)),
            total_fen=now[pk].total_fen if pk in now else None,
            last_year_fen=_operating(before.get(pk)),
            months=_months(known.get(pk, {}), month),
            payments=payments.get(pk, ()),
            doubled=twice.get(pk, ()),
            contracts_fen=contracts.get(pk),
            has_new_project=projects.get(pk, (None, False))[1],
            running_months=projects.get(pk, (None, False))[0],
            equal_growth=equal.get(pk, 0),
            restated=restated.get(pk, ()),
            fallen=fallen.get(pk, ()),
            platform_fen=platform.get(pk),
            tier_bounds=bounds,
            rewards_fen=paid[pk].paid_fen if pk in paid else 0,
            ceiling_fen=paid[pk].ceiling_fen if pk in paid else None,
        )
        for pk in places
    ]


def payments_of(rows: Any) -> dict[int, list[Payment]]:
    """Vouchers as the checks read them, by village. One query."""
    found: dict[int, list[Payment]] = defaultdict(list)
    for village, direction, *rest in rows.values_list("village_id", *_PAYMENT):
        found[village].append(Payment(Direction(direction), *rest))
    return dict(found)


def _payments(county: str, month: Month) -> dict[int, list[Payment]]:
    year = (Month(month.year, 1).start, month.end)
    return payments_of(Voucher.objects.in_county(county).filter(dated_on__range=year))


def _operating(one: VillageIncome | None) -> int | None:
    return one.operating_fen if one else None


def _months(kinds: Mapping[str, Accumulated], month: Month) -> list[int | None]:
    return [_total(kinds, one) for one in month.year_to_date()]


def _total(kinds: Mapping[str, Accumulated], month: Month) -> int | None:
    fens = [one.month(month) for one in kinds.values()]
    known = [fen for fen in fens if fen is not None]
    return sum(known) if fens and len(known) == len(fens) else None


def _contracts(county: str, month: Month) -> dict[int, int]:
    """Yearly amounts of contracts in force in the year, by village."""
    rows = Contract.objects.in_county(county).filter(
        Q(ended_on=None) | Q(ended_on__gte=Month(month.year, 1).start),
        starts_on__lte=month.end, ends_on__gte=Month(month.year, 1).start,
    )  # fmt: skip
    sums = rows.values_list("village_id").annotate(fen=Sum("yearly_fen")).order_by()
    return dict(sums)


def _projects(county: str, month: Month) -> dict[int, tuple[int | None, bool]]:
    """Full months for which the oldest running project has run, and whether any project began
    to run within the last twelve, by village."""
    found: dict[int, tuple[int | None, bool]] = {}
    rows = Project.objects.in_county(county).filter(
        status=ProjectStatus.RUNNING, finished_on__lte=month.end
    )
    for village, day in rows.values_list("village_id", "finished_on"):
        ran = (month.year - day.year) * 12 + month.month - day.month
        longest, new = found.get(village, (None, False))
        found[village] = max(ran, longest or 0), new or ran < 12
    return found


def _restated(county: str, month: Month) -> dict[int, list[Restated]]:
    """Statements of the year that were replaced after the last day for corrections."""
    rows = IncomeEntry.objects.in_county(county).exclude(replaces=None)
    rows = rows.filter(to_month__range=(Month(month.year, 1).number, month.number))
    changed = rows.exclude(amount_fen=F("replaces__amount_fen")).order_by("to_month", "pk")
    found: dict[int, list[Restated]] = defaultdict(list)
    for village, last, old, new, reason, day in changed.values_list(
        "village_id", "to_month", "replaces__amount_fen", "amount_fen", "reason", "recorded_on"
    ):
        stated = Month.from_number(last)
        if day > correction_date(stated, county):
            found[village].append(Restated(stated.label, old, new, reason))
    return dict(found)


def _fallen(county: str, month: Month) -> dict[int, list[Restated]]:
    """Sums from January of the year that are less than one of an earlier month."""
    rows = (
        IncomeEntry.objects.in_county(county)
        .current()
        .filter(from_month=Month(month.year, 1).number, to_month__lte=month.number)
    )
    most: dict[tuple[int, str], int] = {}
    found: dict[int, list[Restated]] = defaultdict(list)
    for village, category, last, fen in rows.order_by("to_month").values_list(
        "village_id", "category", "to_month", "amount_fen"
    ):
        before = most.get((village, category), 0)
        if fen < before:
            label, what = Month.from_number(last).label, str(Category(category).label)
            found[village].append(Restated(label, before, fen, what))
        most[village, category] = max(before, fen)
    return found


def _platform(county: str, month: Month) -> dict[int, int]:
    rows = PlatformTotal.objects.in_county(county).filter(
        from_month=Month(month.year, 1).number, to_month=month.number
    )
    return dict(rows.values_list("village_id", "total_fen"))


def _filings(
    county: str,
    month: Month,
    places: Mapping[int, str],
    now: Mapping[int, VillageIncome],
    before: Mapping[int, VillageIncome],
) -> list[tuple[int, object, int, int]]:
    """Villages whose operating-type income of both years is known, with the filing (township,
    day, sheet) that the statement came in."""
    rows = (
        IncomeEntry.objects.in_county(county)
        .current()
        .filter(
            to_month=month.number,
            category__in=[str(one) for one in (*OPERATING_TYPE, Category.OTHER)],
        )
    )
    filings = {
        village: (places[village][:9], day, source)
        for village, day, source in rows.values_list("village_id", "recorded_on", "source")
        if village in places
    }
    return [
        (pk, filing, operating, earlier)
        for pk, filing in filings.items()
        if (operating := _operating(now.get(pk))) is not None
        and (earlier := _operating(before.get(pk))) is not None
    ]
