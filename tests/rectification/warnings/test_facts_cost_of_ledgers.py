"""Facts about stationed people, affairs, economy and work cost the same for any number of
villages."""

from datetime import date, datetime
from typing import Any

import pytest

from rectification.states import CaseStatus
from rectification.warnings.facts import affairs, economy, stationed, work
from rectification.warnings.facts.asking import Asked
from tests import factories
from tests.cadres.judging import posted, told_month
from tests.collective_economy import factories as economic
from tests.rectification.situations import case_in
from tests.rectification.warnings.parity import COUNTY, OCTOBER, ON
from tests.rectification.work.rows import task
from tests.villages.affairs import factories as affair
from villages.affairs.figures.roll import roll
from villages.common.clock import ZONE
from villages.common.periods import Quarter
from villages.common.scope import Scope
from villages.filings.models import Filing
from villages.models import County, Village

SENT = datetime(2026, 10, 20, 9, tzinfo=ZONE)
AREAS = ((stationed, 2), (affairs, 7), (economy, 15), (work, 11))


def _full(village: Village) -> None:
    """A village with rows in the ledgers of every area."""
    told_month(posted(village=village), 202610, 21)
    affair.disclosed_all(village, Quarter(2026, 3))
    affair.met(village, date(2026, 9, 9))
    affair.matter(village, started_on=date(2026, 9, 1))
    affair.petitioned(village)
    affair.incident(village, date(2026, 10, 9))
    affair.surveyed(village)
    economic.stated(village, 202610, 9_000_000)
    economic.owed(village, 5)
    economic.let(village)
    economic.running(village, date(2026, 1, 1))
    task(case_in(village, CaseStatus.IN_PROGRESS))
    Filing.objects.create(
        village=village, county_code=COUNTY, month=202610, state="returned", first_sent_at=SENT
    )


@pytest.mark.parametrize(
    ("area", "queries"), AREAS, ids=lambda one: getattr(one, "__name__", "").rpartition(".")[2]
)
def test_each_area_asks_a_fixed_number_of_questions(
    county: County, area: Any, queries: int, django_assert_num_queries: Any
) -> None:
    town = Village.objects.filter(county_code=county.code).order_by("code")[0].township
    codes = [f"{town.code}{number}" for number in range(300, 320)]
    villages = [factories.VillageFactory(township=town, code=code) for code in codes]
    for some in (villages[:2], villages[2:]):
        for village in some:
            _full(village)
        asked = Asked(roll(Scope.of([COUNTY]), COUNTY, ON), OCTOBER)
        area.known(asked)  # parameters and the calendar are cached from here on
        with django_assert_num_queries(queries):
            assert len(area.known(asked)) >= len(some)
