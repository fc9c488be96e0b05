"""What handing in costs. These numbers are a promise."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.collective_economy.factories import stated
from tests.villages.affairs.factories import petitioned
from tests.villages.filings.landings import many
from tests.villages.filings.test_submitting import AT, LATE, MONTH
from villages.accounts.models import User
from villages.common.periods import Month
from villages.filings.actions.drafting import save_draft
from villages.filings.actions.reviewing import Objection, send_back
from villages.filings.actions.submitting import Submission, submit
from villages.filings.choices import Channel, ReturnReason
from villages.filings.declaring import inputs, sources
from villages.filings.models import Filing, FilingMark, FormLine, ReportForm
from villages.filings.recalling import Recalled, seasons_of
from villages.imports.months import due_date
from villages.models import County, Village
from villages.trace.models import AuditEntry
from villages.trace.record import record

ASKED = {
    "economy.operating": "350000", "economy.subsidy": "50000", "affairs.petitions_first": "3",
    "affairs.petitions_unresolved": "1",
}  # fmt: skip
# Key, villages, month, filings, form; two ledgers recalled, one of them checked; number and
# receipt, due day, filings, marks; a look, rows and their memory, a look and rows; four of the
# trail. Locks of PostgreSQL and marks of transactions are left aside.
FIRST_TIME = 22
# Filings are changed instead of made; old marks go, open returns are answered; no due day.
AGAIN = 23


def fewer() -> int:
    """What goes by COPY on PostgreSQL is not among the statements that Django counts."""
    return 2 if connection.vendor == "postgresql" else 0


# Numbers that decide are kept by the process for seconds.
_PARAMETERS = 'FROM "villages_parameter"'
_ASIDE = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK", "SELECT pg_advisory")


@pytest.fixture
def clerk(people: dict[str, User]) -> User:
    """Whose territory the request knows already."""
    user = people["township_clerk"]
    assert user.territory
    return user


@pytest.fixture
def crowd(county: County) -> list[Village]:
    """Twenty villages of one township, which two ledgers are asked about; its county's trail has
    begun."""
    form = ReportForm.objects.create(
        county_code=county.code, number="1", title="月报", owner="组织部", basis="文件",
        valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31),
    )  # fmt: skip
    for place, key in enumerate(ASKED):
        FormLine.objects.create(
            form=form, county_code=county.code, input_key=key, position=place,
            valid_from=date(2026, 1, 1),
        )  # fmt: skip
    record("county.seen", county=county.code, by=None)
    own = list(Village.objects.filter(township__code=f"{county.code}001"))
    return [*own, *many(20 - len(own), own[0])]


def handed(villages: list[Village], by: User, key: str = "k", at: Any = AT, **rest: Any) -> int:
    """Hands in, and tells how many statements it took."""
    codes = tuple(one.code for one in villages)
    answers = {**ASKED, **rest.pop("typed", {})}
    typed = dict.fromkeys(codes, answers)
    given = Submission(MONTH, codes, key, Channel.GRID, typed=typed, **rest)
    with CaptureQueriesContext(connection) as seen:
        submit(handed=given, by=by, at=at)
    told = [one["sql"] for one in seen.captured_queries if not one["sql"].startswith(_ASIDE)]
    return sum(_PARAMETERS not in one for one in told)


@pytest.mark.parametrize("count", [1, 20])
def test_a_township_is_handed_in_with_so_many_statements(
    crowd: list[Village], clerk: User, count: int
) -> None:
    assert handed(crowd[:count], clerk) == FIRST_TIME - fewer()

    assert AuditEntry.objects.filter(action="filing.submitted", count=count).count() == 1
    assert FilingMark.objects.count() == count * len(ASKED)


@pytest.mark.parametrize("count", [1, 20])
def test_what_was_sent_back_comes_again_with_so_many(
    crowd: list[Village], clerk: User, people: dict[str, User], count: int
) -> None:
    chosen = crowd[:count]
    handed(chosen, clerk)
    why = [Objection(one.code, "", ReturnReason.UNIT) for one in chosen]
    send_back(month=MONTH, objections=why, by=people["county_staff"], at=AT)

    took = handed(chosen, clerk, "k2", LATE, typed={"affairs.petitions_first": "4"})

    assert took == AGAIN - fewer()
    rows = Filing.objects.values_list("state", "is_late", "version", "first_sent_at", "sent_at")
    assert set(rows) == {("submitted", False, 4, AT, LATE)}
    assert FilingMark.objects.count() == count * len(ASKED)


@pytest.mark.parametrize(("days", "late"), [(0, False), (1, True)])
def test_a_draft_is_handed_in_like_a_new_one(
    crowd: list[Village], clerk: User, days: int, late: bool
) -> None:
    at = AT.replace(day=due_date(MONTH, crowd[0].county_code).day) + timedelta(days=days)
    drafted = {one.code: ASKED for one in crowd[:10]}
    save_draft(month=MONTH, typed=drafted, versions={}, by=clerk, at=AT)

    handed(crowd, clerk, at=at)

    rows = Filing.objects.values_list("state", "is_late", "first_sent_at", "draft_at")
    assert {row[:3] for row in rows} == {("submitted", late, at)}
    assert sum(row[3] is not None for row in rows) == len(drafted)
    assert all(one.draft == {} and one.receipt_id for one in Filing.objects.all())


def test_one_reading_says_what_three_say(crowd: list[Village]) -> None:
    for village, months in ((crowd[0], (202510, 202512, 202609, 202610)), (crowd[1], (202608,))):
        for number in months:
            stated(village, number, number * 100)
            petitioned(village, first=number % 100, month=number)
    pks = [one.pk for one in crowd]
    for source in sources():
        for month in (MONTH, Month(2026, 1), Month(2026, 9)):
            seasons = seasons_of(month)

            once = source.recalled(pks, month, seasons)

            earlier = {n: found for n, found in source.series(pks, seasons).items() if found}
            said = Recalled(source.read(pks, month), source.last(pks, month), earlier)
            assert once == said, source.key
    assert inputs().keys() >= ASKED.keys()
