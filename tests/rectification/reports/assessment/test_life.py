"""A year's assessment: opened, entered, published, objected to, final."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from rectification.reports.actions.assessment import finish, open_year, publish
from rectification.reports.actions.assessment_entries import Given, confirm, enter, withdraw
from rectification.reports.actions.assessment_objections import object_to, reject, uphold
from rectification.reports.assessment.reading import scheme_json, scheme_of
from rectification.reports.assessment.rules.schemes import DEFAULT
from rectification.reports.figures.assessment import Judged, board
from rectification.reports.models import Assessment, AssessmentObjection, AssessmentSheet
from tests import factories
from tests.rectification.situations import person
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.models import County
from villages.trace.models import AuditEntry

EAST, WILLOW = "999901001", "999901101"
DAY = date(2026, 12, 31)
LATER = date(2027, 1, 20)


@pytest.fixture
def first(people: dict[str, User]) -> User:
    return people[Role.COUNTY_STAFF]


@pytest.fixture
def second(people: dict[str, User]) -> User:
    return people[Role.COUNTY_MINISTER]


@pytest.fixture
def year(county: County, first: User) -> Assessment:
    person("999901001200", "secretary", name="王立")
    return open_year(by=first, county=county, year=2026, on=DAY)


@pytest.fixture
def published(year: Assessment, first: User) -> Assessment:
    return publish(by=first, row=year, on=DAY)


def _given(kind: str, **more: Any) -> Given:
    fields = {"township_code": EAST, "ground": "实地核实", "evidence": "核查记录1号", **more}
    return Given(kind=kind, **fields)


def _judged(year: Assessment, township: str = EAST) -> Judged:
    found = board(year.county_code, year.year, DAY).of(township)
    assert found is not None
    return found


def _code(act: Any, **more: Any) -> str:
    with pytest.raises(DomainError) as refused:
        act(**more)
    return refused.value.code


def _veto(year: Assessment) -> Any:
    return year.scheme.vetoes.order_by("pk").first()


def test_opening_lays_down_the_default_scheme_once(year: Assessment, first: User) -> None:
    again = open_year(by=first, county=County.objects.get(), year=2026, on=DAY)

    assert again.pk == year.pk
    assert scheme_of(scheme_json(year.scheme)) == DEFAULT
    assert year.scheme.vetoes.count() == 3
    assert AuditEntry.objects.filter(action="assessment.opened").count() == 1


def test_a_year_that_has_not_begun_is_refused(county: County, first: User) -> None:
    code = _code(open_year, by=first, county=county, year=2027, on=DAY)

    assert code == "assessment_ahead"


@pytest.mark.parametrize("role", [Role.TOWNSHIP_SECRETARY, Role.COUNTY_LEADER])
def test_only_the_department_keeps_it(county: County, people: dict[str, User], role: str) -> None:
    code = _code(open_year, by=people[role], county=county, year=2026, on=DAY)

    assert code == "assessment_side"


def test_the_department_of_another_county_is_refused(
    year: Assessment, other_county: County
) -> None:
    foreign = factories.UserFactory(role=Role.COUNTY_STAFF, home_code=other_county.code)

    code = _code(publish, by=foreign, row=year, on=DAY)

    assert code == "assessment_side"


def test_an_entered_score_counts_at_once(year: Assessment, first: User) -> None:
    before = _judged(year).sheet.missing

    enter(by=first, row=year, given=_given("score", block="duty", points=Decimal(80)), on=DAY)

    after = _judged(year).sheet
    assert "duty" in before
    assert "duty" not in after.missing
    assert after.lines[-1].points == 8


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (_given("score", block="life", points=Decimal(80)), "assessment_block"),
        (_given("veto"), "assessment_veto"),
        (_given("bonus", points=Decimal(2), ground="获县领导批示肯定"), "assessment_forbidden"),
        (_given("bonus", points=Decimal(2), evidence="省报刊发文章"), "assessment_forbidden"),
        (_given("bonus", points=Decimal(2), evidence=""), "assessment_entry_extra"),
        (_given("penalty", points=Decimal(-2)), "assessment_entry_extra"),
        (_given("calibration"), "assessment_entry_moved"),
        (_given("bonus", points=Decimal(2), township_code="999902001"), "assessment_township"),
    ],
)
def test_entries_that_do_not_fit_are_refused(
    year: Assessment, first: User, given: Given, code: str
) -> None:
    refused = _code(enter, by=first, row=year, given=given, on=DAY)

    assert refused == code
    assert not year.entries.exists()


def test_a_calibration_counts_once_another_person_confirmed_it(
    year: Assessment, first: User, second: User
) -> None:
    score = _judged(year).sheet.score
    given = _given("calibration", points=Decimal("-1.5"))
    entry = enter(by=first, row=year, given=given, on=DAY)
    waiting = _judged(year).sheet.score

    alone = _code(confirm, by=first, row=entry, on=DAY)
    confirm(by=second, row=entry, on=DAY)

    sheet = _judged(year).sheet
    assert alone == "assessment_second"
    assert (waiting, sheet.uncalibrated) == (score, score)
    assert score is not None
    assert sheet.score == score - Decimal("1.50")


def test_a_confirmed_veto_lowers_the_grade_alone(
    year: Assessment, first: User, second: User
) -> None:
    before = _judged(year).sheet
    entry = enter(by=first, row=year, given=_given("veto", veto=_veto(year)), on=DAY)

    confirm(by=second, row=entry, on=DAY)

    sheet = _judged(year).sheet
    assert sheet.score == before.score
    assert (before.vetoes, [str(one) for one in sheet.vetoes]) == ((), ["fair"])


def test_a_withdrawn_entry_counts_no_more_and_stays_on_record(
    year: Assessment, first: User
) -> None:
    given = _given("bonus", points=Decimal(3))
    entry = enter(by=first, row=year, given=given, on=DAY)

    withdraw(by=first, row=entry, reason="重复录入")

    entry.refresh_from_db()
    assert entry.status == "withdrawn"
    assert _judged(year).entries.bonus == 0
    assert AuditEntry.objects.get(action="assessment-entry.withdrawn").reason == "重复录入"


def test_publishing_freezes_inputs_and_scheme(published: Assessment, first: User) -> None:
    before = _judged(published)
    person("999901001201", "secretary", name="赵强")
    published.scheme.blocks.filter(key="life").update(weight=99)

    after = _judged(published)

    assert after.sheet == before.sheet
    assert AssessmentSheet.objects.filter(assessment=published).count() == 2
    assert published.scheme.used_on == DAY
    assert published.object_until == date(2027, 1, 7)


def test_a_scheme_whose_weights_are_no_hundred_is_not_published(
    year: Assessment, first: User
) -> None:
    year.scheme.blocks.filter(key="life").update(weight=10)

    code = _code(publish, by=first, row=year, on=DAY)

    assert code == "assessment_weights"
    assert not AssessmentSheet.objects.exists()


def test_what_waits_for_a_second_person_holds_up_publishing(year: Assessment, first: User) -> None:
    enter(by=first, row=year, given=_given("veto", veto=_veto(year)), on=DAY)

    code = _code(publish, by=first, row=year, on=DAY)

    assert code == "assessment_waiting"


@pytest.mark.parametrize("kind", ["score", "bonus", "penalty"])
def test_a_published_year_takes_calibrations_and_vetoes_alone(
    published: Assessment, first: User, kind: str
) -> None:
    given = _given(kind, block="duty", points=Decimal(3))

    refused = _code(enter, by=first, row=published, given=given, on=DAY)
    taken = enter(by=first, row=published, given=_given("calibration", points=Decimal(1)), on=DAY)

    assert refused == "assessment_state"
    assert taken.status == "waiting"


def _objection(published: Assessment, people: dict[str, User], **more: Any) -> AssessmentObjection:
    fields = {"township": EAST, "block": "team", "claim": "书记年初已到任", "on": DAY, **more}
    return object_to(by=people[Role.TOWNSHIP_CLERK], row=published, **fields)


def test_an_upheld_objection_redraws_the_own_sheet_from_the_rows(
    published: Assessment, people: dict[str, User], second: User
) -> None:
    row = _objection(published, people)
    before = {code: _judged(published, code).sheet.score for code in (EAST, WILLOW)}
    person("999901001201", "secretary", "director", name="赵强")

    uphold(by=second, row=row, on=DAY, answer="任职台账已更正")

    after = {code: _judged(published, code).sheet.score for code in (EAST, WILLOW)}
    entry = AuditEntry.objects.get(action="assessment-objection.upheld")
    stored = AssessmentSheet.objects.get(township_code=EAST)
    assert after[EAST] != before[EAST]
    assert after[WILLOW] == before[WILLOW]
    assert stored.score == after[EAST]
    assert (entry.before["score"], entry.after["score"]) == (
        str(before[EAST]), str(after[EAST]),
    )  # fmt: skip


def test_a_rejected_objection_leaves_the_sheet(
    published: Assessment, people: dict[str, User], second: User
) -> None:
    row = _objection(published, people)
    before = _judged(published).sheet

    reject(by=second, row=row, on=DAY, answer="与台账一致")

    row.refresh_from_db()
    assert (row.status, row.answer) == ("rejected", "与台账一致")
    assert _judged(published).sheet == before


def test_who_published_does_not_answer(
    published: Assessment, people: dict[str, User], first: User
) -> None:
    row = _objection(published, people)

    code = _code(reject, by=first, row=row, on=DAY, answer="维持")

    assert code == "objection_second"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"township": WILLOW}, "objection_side"),
        ({"on": LATER}, "objection_late"),
        ({"block": "no-such"}, "objection_block"),
    ],
)
def test_objections_out_of_place_are_refused(
    published: Assessment, people: dict[str, User], more: dict[str, Any], code: str
) -> None:
    refused = _code(_objection, published=published, people=people, **more)

    assert refused == code
    assert not AssessmentObjection.objects.exists()


def test_the_same_block_is_objected_to_once_at_a_time(
    published: Assessment, people: dict[str, User]
) -> None:
    _objection(published, people)

    code = _code(_objection, published=published, people=people)

    assert code == "objection_open_once"


def test_a_year_is_final_after_the_days_and_all_answers(
    published: Assessment, people: dict[str, User], first: User, second: User
) -> None:
    early = _code(finish, by=first, row=published, on=DAY)
    row = _objection(published, people)
    open_ = _code(finish, by=first, row=published, on=LATER)
    reject(by=second, row=row, on=LATER, answer="与台账一致")

    final = finish(by=first, row=published, on=LATER)

    assert (early, open_) == ("assessment_days", "assessment_objections")
    assert (final.status, final.final_on) == ("final", LATER)
    stored = AssessmentSheet.objects.get(township_code=EAST)
    assert stored.score == _judged(final).sheet.score


def test_nothing_changes_after_the_end(
    published: Assessment, people: dict[str, User], first: User, second: User
) -> None:
    waiting = enter(by=first, row=published, given=_given("calibration", points=Decimal(1)), on=DAY)
    withdraw(by=first, row=waiting, reason="不需要")
    final = finish(by=first, row=published, on=LATER)

    codes = {
        _code(enter, by=first, row=final, given=_given("calibration", points=Decimal(1)), on=LATER),
        _code(_objection, published=final, people=people),
        _code(publish, by=first, row=final, on=LATER),
        _code(finish, by=first, row=final, on=LATER),
        _code(confirm, by=second, row=waiting, on=LATER),
    }

    assert codes == {"assessment_state"}
