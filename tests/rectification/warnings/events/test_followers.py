"""Events when villages are merged: what waits goes along, what was decided ends."""

from datetime import date
from typing import Any

import pytest

from rectification.warnings.choices import AskStatus, ExemptionKind, Level
from rectification.warnings.facts.standing import standings
from rectification.warnings.followers import FOLLOWERS
from rectification.warnings.models import Alert, ColourOverride, Exemption, WarningDecision
from rectification.warnings.states import AlertStatus
from tests import factories
from tests.rectification.warnings.events.situations import event
from villages.accounts.choices import Role
from villages.common.periods import Month
from villages.divisions.mapchange import Follow, MapChange, MapVerb
from villages.models import Village

pytestmark = pytest.mark.django_db
LI, HE = "999901001200", "999901001201"
COUNTY, NOVEMBER = "999901", Month(2026, 11)
[EVENTS] = FOLLOWERS
MERGE = MapChange(
    verb=MapVerb.MERGE, county_code=COUNTY, effective_on=date(2026, 11, 1), basis="县政府批复",
    follows=(Follow(LI, HE, "merge"),),
)  # fmt: skip


@pytest.fixture
def staff(county: Any) -> Any:
    return factories.UserFactory(role=Role.COUNTY_STAFF, home_code=COUNTY)


def _held(code: str, month: Month) -> dict[str, str]:
    village = Village.objects.get(code=code)
    brought = standings(COUNTY, month, month.end).get(village.pk)
    return {rule: one.level for rule, one in brought.held.items()} if brought else {}


def test_what_waits_to_be_lowered_goes_along_from_the_month_of_the_change(staff: Any) -> None:
    old = event(AlertStatus.RECTIFYING, Level.RED, code=LI, plan="年底前配齐")
    before = _held(LI, Month(2026, 10))

    assert EVENTS.count([LI]) == 1
    assert EVENTS.move(MERGE, staff) == 1

    heir = Alert.objects.get(village__code=HE)
    assert (heir.status, heir.level, heir.plan) == ("rectifying", "red", "年底前配齐")
    assert heir.parent_id == old.pk
    assert _held(HE, NOVEMBER) == {old.rule: "red"}
    assert _held(LI, NOVEMBER) == {}
    assert _held(LI, Month(2026, 10)) == before
    kinds = WarningDecision.objects.filter(kind="moved").values_list("village__code", flat=True)
    assert sorted(kinds) == [LI, HE]


def test_of_two_events_of_one_rule_one_goes_on_with_the_worse_colour(staff: Any) -> None:
    event(AlertStatus.OPEN, Level.RED, code=LI)
    event(AlertStatus.ACKNOWLEDGED, Level.YELLOW, code=HE)

    EVENTS.move(MERGE, staff)

    one = Alert.objects.live().get()
    assert (one.village.code, one.level, one.status) == (HE, "red", "acknowledged")
    assert set(_held(HE, NOVEMBER).values()) == {"red"}


def test_what_was_decided_about_the_old_village_ends(staff: Any) -> None:
    other = factories.UserFactory(role=Role.COUNTY_STAFF, home_code=COUNTY)
    common: dict[str, Any] = {
        "village": Village.objects.get(code=LI), "county_code": COUNTY, "from_month": 202610,
        "until_month": 202612, "reason": "受灾", "asked_by": staff, "asked_name": "周",
        "asked_on": date(2026, 10, 9),
    }  # fmt: skip
    approved = {"status": AskStatus.APPROVED, "decided_by": other, "decided_name": "吴"}
    Exemption.objects.create(kind=ExemptionKind.DISASTER, **common, **approved)
    ColourOverride.objects.create(colour="yellow", **common)

    EVENTS.move(MERGE, staff)

    exempt, override = Exemption.objects.get(), ColourOverride.objects.get()
    assert (exempt.status, exempt.ended_from) == ("ended", NOVEMBER.number)
    assert (override.status, override.decided_on) == ("refused", date(2026, 11, 1))
    assert "重新申请" in override.decided_reason


def test_events_that_ended_stay_history(staff: Any) -> None:
    event(
        AlertStatus.LOWERED, Level.YELLOW, code=LI, ended_from=202610, ended_on=date(2026, 10, 20)
    )

    assert EVENTS.count([LI]) == 0
    assert EVENTS.move(MERGE, staff) == 0
    assert Alert.objects.get().village.code == LI
