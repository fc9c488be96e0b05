"""What is noticed in a county's month, from the ledgers as they are."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from collective_economy.actions.roundtrips import note_round_trips
from collective_economy.figures.roundtrips import open_round_trips
from rectification.choices import AnnexKind
from rectification.models import CaseAnnex, RectificationCase
from rectification.states import CaseStatus
from rectification.warnings.figures.noticed import noticed
from tests import factories
from tests.rectification.situations import case_in, earned, village
from tests.rectification.warnings.questions.situations import (
    COUNTY,
    FAR,
    HE,
    LI,
    OCTOBER,
    WORDS,
    circled,
)
from villages.accounts.choices import Role
from villages.common import clock
from villages.common.clock import ZONE
from villages.common.scope import Scope
from villages.filings.models import Filing, FilingMark, FilingReceipt
from villages.trace.context import Origin, coming_from
from villages.trace.record import record

pytestmark = pytest.mark.usefixtures("county")


def kinds() -> list[tuple[str, str]]:
    return [(str(one.kind), one.code) for one in noticed(COUNTY, OCTOBER)]


def filed(code: str, note: str, at: datetime) -> None:
    receipt = FilingReceipt.objects.create(
        county_code=COUNTY, township_code=code[:9], month=OCTOBER.number, number=code, villages=1,
        channel="grid", key=code, digest="0" * 64, submitted_at=at,
        submitted_by=factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code=code[:9]),
    )  # fmt: skip
    row = Filing.objects.create(
        village=village(code), county_code=COUNTY, month=OCTOBER.number, state="submitted",
        receipt=receipt, first_sent_at=at, sent_at=at,
    )  # fmt: skip
    FilingMark.objects.create(
        filing=row, county_code=COUNTY, input_key="economy.operating", mark="changed", note=note
    )


def test_copied_notes_are_noticed_and_explained_jumps_are_not() -> None:
    at = datetime(2026, 10, 20, 9, tzinfo=ZONE)
    filed(LI, WORDS, at)
    filed(HE, WORDS, at)
    earned(LI, 1_000_000, 202510)
    earned(LI, 100_000_000)

    assert kinds() == [("copied", LI)]


def test_a_pair_that_the_ledger_of_pass_through_holds_is_asked_there() -> None:
    circled()
    assert kinds() == [("round-trip", LI)]

    found = open_round_trips(Scope.of([COUNTY]), COUNTY, OCTOBER)[village(LI).pk]
    note_round_trips(
        found=[(village(LI), one) for one in found],
        by=factories.UserFactory(role=Role.COUNTY_STAFF, home_code=COUNTY),
    )
    assert kinds() == []


def typed(code: str, about: date, channel: str = "page") -> None:
    by = factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code=code[:9])
    with coming_from(Origin(channel=channel)):
        record("ledger.created", village(code), by=by, after={"held_on": about.isoformat()})


def test_rows_typed_long_after_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "instant", lambda: datetime(2026, 10, 20, 21, tzinfo=ZONE))
    for n in range(8):
        typed(LI, date(2026, 7, 1) + timedelta(days=n))
        typed(HE, date(2026, 10, 1) + timedelta(days=n))
        typed(FAR, date(2026, 7, 1) + timedelta(days=n), "import")

    assert kinds() == [("backfilled", LI)]


def annex(code: str, title: str, day: date | None, kind: str = AnnexKind.WORK) -> None:
    place = village(code)
    case = RectificationCase.objects.filter(village=place).first() or case_in(
        place, CaseStatus.IN_PROGRESS
    )
    CaseAnnex.objects.create(
        case=case, village=place, county_code=COUNTY, kind=kind, title=title, dated_on=day,
        file_name="照片.jpg", media_type="image/jpeg", size=3, sha256="a" * 64,
    )  # fmt: skip


def test_one_file_for_two_visits_is_noticed() -> None:
    annex(LI, "走访照片", date(2026, 10, 8))
    annex(FAR, "走访", date(2026, 9, 8))

    assert kinds() == [("reused", LI)]


def test_decisions_go_into_many_files_and_are_fine() -> None:
    annex(LI, "县委文件", date(2026, 10, 8), AnnexKind.DECISION)
    annex(FAR, "县委文件", date(2026, 10, 8), AnnexKind.DECISION)

    assert kinds() == []


def test_the_cost_does_not_grow_with_what_there_is() -> None:
    circled(LI)
    earned(LI, 1_000_000, 202510)
    earned(LI, 100_000_000)
    noticed(COUNTY, OCTOBER)  # Numbers of the county are remembered.
    with CaptureQueriesContext(connection) as few:
        noticed(COUNTY, OCTOBER)
    circled(HE)
    for code in (HE, FAR):
        earned(code, 1_000_000, 202510)
        earned(code, 100_000_000)
    with CaptureQueriesContext(connection) as many:
        noticed(COUNTY, OCTOBER)

    assert len(many) == len(few) <= 13
