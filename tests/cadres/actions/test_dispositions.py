"""A disposition from the decision to its end."""

from datetime import date

import pytest

from cadres.actions import disposition_answers as answers
from cadres.actions import dispositions
from cadres.actions.disposition_lists import install_default_dispositions
from cadres.models import Disposition, DispositionKind, PostTenure, UnfitSituation
from tests.cadres.judging import NEW_YEAR, found_unfit, in_post, person, sanctioned
from villages.accounts.choices import Role
from villages.common.errors import DomainError

MEETING, DECIDED = date(2026, 6, 5), date(2026, 6, 6)


@pytest.fixture
def by(county, people):
    install_default_dispositions(county=county, on=NEW_YEAR, by=people[Role.COUNTY_STAFF])
    return people[Role.TOWNSHIP_CLERK]


def decide(row: Disposition, kind: str, by, **more) -> Disposition:
    return dispositions.decide(
        row, by=by, kind=DispositionKind.objects.get(name=kind),
        **{"township_meeting_on": MEETING, "decided_on": DECIDED, "decision_no": "东办5号", **more},
    )  # fmt: skip


def refused(act) -> str:
    with pytest.raises(DomainError) as error:
        act()
    return error.value.code


def test_the_default_lists_hold_five_kinds_and_twenty_five_situations(by):
    assert DispositionKind.objects.count() == 5
    assert UnfitSituation.objects.count() == 25
    assert len(set(UnfitSituation.objects.values_list("category", flat=True))) == 3


@pytest.mark.parametrize(
    ("kind", "until"),
    [("警示谈话", date(2026, 9, 6)), ("停职检查", date(2026, 9, 6)), ("责令辞职", None)],
)
def test_the_period_follows_from_the_kind(by, kind, until):
    assert decide(found_unfit(), kind, by).effect_until == until


def test_a_kind_that_ends_the_post_ends_every_post_in_the_village(by):
    who = person()
    secretary = in_post(who, date(2021, 3, 1))
    director = in_post(who, date(2021, 3, 1), "director")
    other = in_post(person("王芳"), date(2021, 3, 1), "clerk")

    decide(found_unfit(who), "依法罢免", by)

    ended = PostTenure.objects.filter(ended_on=DECIDED, end_reason="dismissed", end_note="依法罢免")
    assert set(ended) == {secretary, director}
    assert PostTenure.objects.get(pk=other.pk).ended_on is None


def test_a_milder_kind_leaves_the_post_alone(by):
    who = person()
    tenure = in_post(who, date(2021, 3, 1))

    decide(found_unfit(who), "警示谈话", by)

    tenure.refresh_from_db()
    assert tenure.ended_on is None


def test_a_kind_of_another_time_cannot_be_used(by):
    DispositionKind.objects.filter(name="警示谈话").update(valid_to=date(2026, 5, 31))

    assert refused(lambda: decide(found_unfit(), "警示谈话", by)) == "kind_not_in_force"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"township_meeting_on": date(2026, 5, 31)}, "disposition_meeting_order"),
        ({"decided_on": date(2026, 6, 4)}, "disposition_decided_order"),
        ({"decision_no": ""}, "disposition_decided_whole"),
    ],
)
def test_days_of_a_decision_are_in_order(by, values, code):
    assert refused(lambda: decide(found_unfit(), "警示谈话", by, **values)) == code


def test_both_offices_are_noted_one_after_the_other(by):
    row = sanctioned()

    dispositions.file(row, by=by, filed_organization_on=date(2026, 6, 10))
    row = dispositions.file(row, by=by, filed_civil_on=date(2026, 6, 12))

    assert (row.filed_organization_on, row.filed_civil_on) == (
        date(2026, 6, 10), date(2026, 6, 12),
    )  # fmt: skip
    assert refused(lambda: dispositions.file(row, by=by)) == "filing_empty"


def test_nothing_is_filed_before_the_decision(by):
    row = found_unfit()

    code = refused(lambda: dispositions.file(row, by=by, filed_civil_on=DECIDED))

    assert code == "disposition_step"


@pytest.mark.parametrize(
    ("competent", "ended", "reason"), [(20, None, ""), (21, date(2026, 12, 7), "improved")]
)
def test_a_retest_passes_above_sixty_percent_only(by, competent, ended, reason):
    row = sanctioned(kind="停职检查")

    row = answers.retest(
        row, by=by, retest_on=date(2026, 12, 7), retest_votes=60, retest_excellent=16,
        retest_competent=competent,
    )  # fmt: skip

    assert (row.ended_on, row.end_reason, row.improved) == (ended, reason, ended is not None)


def test_more_votes_than_voters_are_refused(by):
    row = sanctioned(kind="停职检查")

    code = refused(
        lambda: answers.retest(
            row, by=by, retest_on=date(2026, 12, 7), retest_votes=10, retest_excellent=6,
            retest_competent=5,
        )
    )  # fmt: skip

    assert code == "disposition_retest_votes"


def test_a_revoked_disposition_ends_with_the_answer(by):
    row = answers.appeal(sanctioned(), by=by, appealed_on=date(2026, 6, 20))

    row = answers.answer_appeal(
        row, by=by, appeal_result="revoked", appeal_answered_on=date(2026, 7, 1)
    )

    assert (row.ended_on, row.end_reason) == (date(2026, 7, 1), "revoked")
    assert not Disposition.objects.decided(date(2026, 7, 2)).exists()


def test_an_effect_does_not_expire_early(by):
    row = decide(found_unfit(), "警示谈话", by)

    early = refused(
        lambda: dispositions.end(row, by=by, ended_on=date(2026, 9, 5), end_reason="expired")
    )
    ended = dispositions.end(row, by=by, ended_on=date(2026, 9, 6), end_reason="expired")

    assert early == "effect_runs"
    assert ended.ended_on == date(2026, 9, 6)
