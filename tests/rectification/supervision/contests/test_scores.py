"""Judges' sheets, groups, and what ledgers refuse."""

from decimal import Decimal
from typing import Any

import pytest

from rectification.supervision.actions.contest_entries import Part, set_entries
from rectification.supervision.actions.contest_scores import record_sheet, sheet_of, stamp_of
from rectification.supervision.actions.contests import finish
from rectification.supervision.figures.contest_judges import judge_tallies
from rectification.supervision.figures.contests import aspects_of, entries_of, scores_of
from rectification.supervision.figures.endowment import proposed_groups
from rectification.supervision.models import ContestAspect, ContestEntry, JudgeScore
from tests.rectification.situations import earned, village
from tests.rectification.supervision.contests.situations import (
    BESIDE,
    FAR,
    FINISHED,
    HELD,
    NEAR,
    THIRD,
    contest,
    entered,
    entry_of,
    judged,
    scored,
)
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.common.registries import EvidenceAsked
from villages.ledgers.actions import remove_row, write_row
from villages.ledgers.declaring import ledgers
from villages.ledgers.evidence import EVIDENCE
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(people: Any) -> Any:
    return people[Role.COUNTY_STAFF]


def test_a_sheet_is_put_in_place_changed_and_taken_back(by: Any):
    made = contest()
    [entry] = entered(made, NEAR)
    site, speech = made.aspects.order_by("seq")
    first = {(entry.pk, site.pk): Decimal("50.5"), (entry.pk, speech.pk): Decimal(30)}

    assert record_sheet(made, by=by, judge=" 甲 ", points=first) == 2
    assert record_sheet(made, by=by, judge="甲", points=first) == 0
    then = {(entry.pk, site.pk): Decimal(51), (entry.pk, speech.pk): None}
    assert record_sheet(made, by=by, judge="甲", points=then) == 2

    assert [one.points for one in sheet_of(made, "甲")] == [Decimal("51.00")]
    told = AuditEntry.objects.filter(action="contest.scored").latest("pk")
    assert told.before == {"东关街道李庄村 党建": "50.50", "东关街道李庄村 效果": "30.00"}
    assert told.after == {
        "东关街道李庄村 党建": "51", "东关街道李庄村 效果": None, "judge": "甲",
    }  # fmt: skip
    assert (told.township_code, told.village_code) == ("", "")


def test_a_sheet_refuses(by: Any):
    made = contest()
    [entry] = entered(made, NEAR)
    cell = (entry.pk, made.aspects.get(name="党建").pk)
    shown = stamp_of(sheet_of(made, "甲"))

    with pytest.raises(DomainError, match="0 到 60 分之间"):
        record_sheet(made, by=by, judge="甲", points={cell: Decimal("60.01")})
    with pytest.raises(DomainError, match="请写明评委"):
        record_sheet(made, by=by, judge="  ", points={cell: Decimal(1)})
    record_sheet(made, by=by, judge="甲", points={cell: Decimal(1)}, stamp=shown)
    with pytest.raises(DomainError, match="刚被他人改动"):
        record_sheet(made, by=by, judge="甲", points={cell: Decimal(2)}, stamp=shown)
    made.finished_on = FINISHED
    made.save()
    with pytest.raises(DomainError, match="不能改动"):
        record_sheet(made, by=by, judge="甲", points={cell: Decimal(2)})


def test_how_far_judges_are(by: Any):
    made = contest()
    near, far = entered(made, NEAR, FAR)
    scored(made, near, "50", "30", "甲")
    scored(made, far, "50", "30", "甲", "乙")
    JudgeScore.objects.filter(judge="乙", aspect__at_speech=True).delete()

    second, first = judge_tallies(aspects_of(made), list(entries_of(made)), scores_of(made))

    assert (first.site, first.speech, first.is_whole) == ((2, 2), (2, 2), True)
    assert (second.site, second.speech, second.is_whole) == ((1, 2), (0, 0), False)


def test_groups_are_set_changed_and_emptied(by: Any):
    made = contest()
    parts = {village(NEAR): Part("一组", "王立"), village(BESIDE): Part("二组")}

    assert set_entries(made, by=by, parts={**parts, village(FAR): Part("")}) == 2
    assert set_entries(made, by=by, parts=parts) == 0
    changed = {village(NEAR): Part(""), village(BESIDE): Part("一组", "李明")}
    assert set_entries(made, by=by, parts=changed) == 2

    [left] = ContestEntry.objects.filter(contest=made)
    assert (left.village.code, left.group, left.speaker) == (BESIDE, "一组", "李明")
    told = AuditEntry.objects.filter(action="contest.grouped").latest("pk")
    assert told.after["groups"] == {"东关街道李庄村": "不参赛", "东关街道何河村": "一组"}


def test_a_scored_village_stays(by: Any):
    made = judged()

    with pytest.raises(DomainError, match="已有评委打分"):
        set_entries(made, by=by, parts={village(NEAR): Part("")})


def test_thirds_of_villages_by_the_year_before(by: Any):
    for code, fen in ((NEAR, 900), (BESIDE, 500), (FAR, 100)):
        earned(code, fen, month=202512)
    keys = [village(code).pk for code in (NEAR, BESIDE, THIRD, FAR)]

    found = proposed_groups(keys, scope=by.territory, county="999901", held_on=HELD)

    assert [(one.village.code, one.third) for one in found] == [
        (NEAR, 1), (BESIDE, 2), (THIRD, None), (FAR, 3),
    ]  # fmt: skip
    assert [one.income_text for one in found][2:] == ["", "1.00"]


# --- the ledgers ------------------------------------------------------------------------------
def test_a_finished_contest_takes_no_rows(by: Any):
    made = finish(judged(), by=by, on=FINISHED)
    aspect, score = made.aspects.first(), JudgeScore.objects.first()
    table = ledgers()

    for key, row, values in (
        ("contests", made, {"title": "改名"}),
        ("contest-aspects", aspect, {"name": "改名"}),
        ("contest-entries", entry_of(made, NEAR), {"group": "二组"}),
        ("judge-scores", score, {"points": Decimal(1)}),
    ):
        with pytest.raises(DomainError) as refused:
            write_row(table[key], values=values, by=by, row=row)
        assert "不能改动" in f"{refused.value} {refused.value.fields}", key
    for key, row in (("contests", made), ("contest-aspects", aspect)):
        with pytest.raises(DomainError, match="不能改动"):
            remove_row(table[key], row=row, version=None, reason="", by=by)


def test_scores_fit_their_aspect_contest_and_village(by: Any):
    made, other = judged(), contest(title="四季度", period="2026Q4")
    aspect, foreign = made.aspects.first(), other.aspects.first()
    near, far = entry_of(made, NEAR), entry_of(made, FAR)
    table = ledgers()["judge-scores"]
    fine = {"village": near.village, "entry": near, "aspect": aspect, "judge": "丙"}

    for wrong, words in (
        ({"points": Decimal(61)}, "0 到 60 分之间"),
        ({"points": Decimal(6), "aspect": foreign}, "另一场比武"),
        ({"points": Decimal(6), "entry": far}, "另一个村"),
    ):
        with pytest.raises(DomainError) as refused:
            write_row(table, values={**fine, **wrong}, by=by)
        assert words in str(refused.value.fields)


def test_a_changed_score_stands_in_the_trail_for_the_county_alone(by: Any):
    judged()
    score = JudgeScore.objects.select_related("entry__village").first()

    write_row(ledgers()["judge-scores"], values={"points": Decimal(40)}, by=by, row=score)

    told = AuditEntry.objects.get(action="contest.rescored")
    assert (told.before, told.after) == (
        {"points": "57.00"},
        {"points": "40", "judge": score.judge},
    )
    assert (told.township_code, told.village_code) == ("", "")
    assert AuditEntry.objects.get(action="ledger.changed").township_code == ""


def test_an_aspect_keeps_room_for_what_was_given(by: Any):
    made = judged()
    aspect = made.aspects.get(name="党建")
    table = ledgers()["contest-aspects"]

    with pytest.raises(DomainError, match="57 分"):
        write_row(table, values={"points": Decimal(56)}, by=by, row=aspect)
    with pytest.raises(DomainError, match="已经登记"):
        write_row(table, values={"name": "效果"}, by=by, row=aspect)
    with pytest.raises(DomainError) as refused:
        write_row(table, values={"name": "领导批示"}, by=by, row=aspect)
    assert "不能要求" in str(refused.value.fields)
    assert ContestAspect.objects.get(pk=aspect.pk).name == "党建"


def test_a_contest_names_a_period(by: Any):
    made = contest()

    with pytest.raises(DomainError) as refused:
        write_row(ledgers()["contests"], values={"period": "某季度"}, by=by, row=made)

    assert "period" in refused.value.fields


def test_contests_stay_out_of_packs_of_evidence(by: Any):
    finish(judged(), by=by, on=FINISHED)
    asked = EvidenceAsked(reader=by, unit="999901", on=FINISHED)
    ours = {"contest-entries", "judge-scores"}

    found = [one for source in EVIDENCE for one in source.tables(asked) if one.key in ours]

    assert found
    assert [row for one in found for row in one.rows()] == []
