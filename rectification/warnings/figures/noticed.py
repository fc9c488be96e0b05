"""What is worth asking about a county's month, put together from the apps' own figures."""

from collections.abc import Iterator, Mapping
from datetime import date

from collective_economy.choices import Category
from collective_economy.figures.history import references
from collective_economy.figures.reading import VillageIncome, village_income
from collective_economy.figures.roundtrips import open_round_trips
from collective_economy.parameters import plausible_factors
from collective_economy.plausibility import Factors
from rectification.models import CaseProgress
from rectification.warnings.figures.attached import attached
from rectification.warnings.figures.entered import entered
from rectification.warnings.question_numbers import Numbers, numbers
from rectification.warnings.questions.backfilled import Sent, late_batches, late_rows
from rectification.warnings.questions.copied import copied
from rectification.warnings.questions.jumps import Stated, jumps
from rectification.warnings.questions.noticed import Noticed
from rectification.warnings.questions.reused import reused
from rectification.warnings.questions.round_trip import round_trip
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.filings.figures.handed import Note, first_sent, notes
from villages.filings.similar import Said
from villages.imports.models import FilingMonth
from villages.imports.months import due_date
from villages.models import Village

_FILED, _PROGRESS = "月度填报说明", "整顿月进展"


def noticed(county: str, month: Month) -> list[Noticed]:
    """Every question of a month, by kind, in the order of villages.

    Ten queries and those of the numbers, however many villages there are; the files of pictures
    are opened, a few hundred at most.
    """
    known = numbers(county, month.end)
    codes = dict(
        Village.objects.in_county(county).on(month.end).order_by().values_list("pk", "code")
    )
    told = notes(county, [month.shift(-back) for back in range(known.back + 1)])
    income = village_income(Scope.of([county]), county, month)
    found = [
        *_copied(county, month, told, known),
        *late_batches(_sent(county, month), _due(county, month), known.late),
        *late_rows(entered(county, month), known.late),
        *_round_trips(county, month, codes, income),
        *_jumps(county, month, codes, income, told, known),
        *reused(*attached(county, month), most=known.most_matters),
    ]
    here = set(codes.values())
    return [one for one in found if one.code in here]


def _copied(county: str, month: Month, told: list[Note], known: Numbers) -> list[Noticed]:
    """Sentences beside filed numbers, and what was written about the month's work on a case."""
    rows = [Said(one.code, one.month, one.text) for one in told]
    work = CaseProgress.objects.in_county(county).exclude(text="").filter(
        month__in=[month.shift(-back).number for back in range(known.back + 1)]
    )  # fmt: skip
    cases = [
        Said(*one)
        for one in work.order_by("village__code", "month", "pk").values_list(
            "village__code", "month", "text"
        )
    ]
    where = {(one.code, one.text): _FILED for one in rows}
    where |= {(one.code, one.text): _PROGRESS for one in cases}
    return copied([*rows, *cases], month.number, where, known.alike)


def _sent(county: str, month: Month) -> list[Sent]:
    return [Sent(one.code, one.at, one.reason) for one in first_sent(county, month)]


def _due(county: str, month: Month) -> date:
    rows = FilingMonth.objects.filter(county_code=county, month=month.number)
    return rows.values_list("due_on", flat=True).first() or due_date(month, county)


def _round_trips(
    county: str, month: Month, codes: Mapping[int, str], income: Mapping[int, VillageIncome]
) -> Iterator[Noticed]:
    """Pairs whose money went back in this month."""
    found = open_round_trips(Scope.of([county]), county, month)
    for village in sorted(found, key=lambda pk: codes.get(pk, "")):
        pairs = [one for one in found[village] if Month.of(one.returned_on) == month]
        total = income[village].total_fen if village in income else None
        yield from round_trip(codes.get(village, ""), pairs, total)


def _jumps(
    county: str, month: Month, codes: Mapping[int, str], income: Mapping[int, VillageIncome],
    told: list[Note], known: Numbers,
) -> list[Noticed]:  # fmt: skip
    past = references(county, month)
    stated = [
        Stated(codes[pk], category, fen, past.get((pk, category), ()))
        for pk, one in sorted(income.items(), key=lambda pair: codes.get(pair[0], ""))
        if pk in codes
        for category, fen in one.by_category.items()
    ]
    explained = {
        (one.code, str(category))
        for one in told
        for category in Category
        if one.month == month.number and one.input == f"economy.{category}"
    }
    peers = plausible_factors(county, month.end).peers
    return jumps(stated, Factors(known.jump_times, peers), explained)
