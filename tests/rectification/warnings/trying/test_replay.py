"""Stored months judged again from their receipts: equal on every database."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from rectification.warnings.figures.receipts import receipts
from rectification.warnings.figures.replays import Replay, replay_all
from rectification.warnings.models import VillageWarning
from tests import factories
from tests.rectification.warnings.trying import history
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.models import County, Village
from villages.trace.chain import digest_rows

pytestmark = pytest.mark.django_db
# Refresh with what the test shows when rules or their examples were changed on purpose.
GOLDEN = "e375bab073f13447bb3f036c873aa8a6a5da8bba8e093420b96dc4af4a7d4f7a"
YEARS = history.months(Month(2026, 10), 24)


@pytest.fixture
def villages() -> list[Village]:
    """A county of 216 villages."""
    county = factories.CountyFactory(code=history.COUNTY)
    places = [f"{history.COUNTY}{100 + n % 12}{200 + n // 12}" for n in range(216)]
    towns = {code: factories.TownshipFactory(county=county, code=code)
             for code in sorted({one[:9] for one in places})}  # fmt: skip
    return [factories.VillageFactory(township=towns[code[:9]], code=code) for code in places]


def _replayed(first: Month = YEARS[0], last: Month = YEARS[-1]) -> Replay:
    stored = receipts(Scope.of([history.COUNTY]), history.COUNTY, first, last)
    return replay_all(stored)


def test_two_years_of_a_county_are_the_same_again_and_as_they_were_in_memory(
    villages: list[Village],
) -> None:
    ordered = sorted(villages, key=lambda one: one.code)
    told = history.store(ordered, YEARS)
    codes = [(one.code, month.number) for one in ordered for month in YEARS]

    replayed = _replayed()

    assert (replayed.receipts, replayed.months, replayed.differences) == (5_184, 24, ())
    assert replayed.digest == digest_rows(
        [code, month, one.colour, one.reasons, one.outcome.raw, one.outcome.mark,
         one.outcome.red_months, one.outcome.yellow_months]
        for (code, month), one in zip(codes, told, strict=True)
    )  # fmt: skip
    # One digest for SQLite and PostgreSQL.
    assert replayed.digest == GOLDEN
    assert {one.colour for one in told} == {"red", "yellow", "green", "grey"}


def _command(*options: str) -> tuple[int, dict[str, object]]:
    told = StringIO()
    try:
        call_command("replay_warnings", "--json", *options, stdout=told)
    except SystemExit as left:
        return int(str(left.code)), json.loads(told.getvalue() or "{}")
    return 0, json.loads(told.getvalue())


def test_the_command_tells_what_differs_and_leaves_with_1(county: County) -> None:
    one = Village.objects.order_by("code").first()
    assert one is not None
    history.store([one], YEARS[-3:])
    assert _command()[0] == 0

    VillageWarning.objects.filter(month=YEARS[-1].number).update(red_months=7)
    code, told = _command()

    assert code == 1
    assert [(row["village"], row["period"], row["parts"]) for row in told["differences"]] == [
        (one.code, YEARS[-1].code, ["red_months"])
    ]  # type: ignore[attr-defined, index]
    assert _command("--to", YEARS[-2].code)[0] == 0
    assert _command("--from", "2026-13")[0] == 2


def test_nothing_stored_is_nothing_different(county: County) -> None:
    code, told = _command()

    assert (code, told["receipts"], told["differences"]) == (0, 0, [])
