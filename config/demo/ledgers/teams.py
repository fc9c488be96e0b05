"""Who comes from outside and how cadres are looked after: teams, leave, reviews, dispositions."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from cadres import models
from cadres.actions.review_lists import appoint_reviewer
from config.demo.filing_story import Story
from config.demo.months import LAST
from config.demo.names import person_name
from config.demo.world import World
from config.demo.writing import store
from villages.accounts.models import User
from villages.common.periods import Month
from villages.models import Village

SOURCE = "2026年村干部台账"
UNITS = ("县农业农村局", "县财政局", "县水利局", "县交通运输局", "县民政局", "县教育局")
POSTED_ON, TERM_ENDS_ON = date(2025, 5, 10), date(2027, 5, 9)


def build(world: World, people: list[models.Person]) -> None:
    """First secretaries with their months, discipline cadres, reviews, dispositions, helpers."""
    villages = world.some("posted", 0.3)
    first = next(one for one in world.villages if one.township.name == "清溪镇")
    villages = sorted({*villages, first}, key=lambda one: str(one.code))
    _posted(world, villages)
    store(world, models.SupervisionLink, _links(world), source=SOURCE)
    store(world, models.Appraisal, _appraisals(world, people), source=SOURCE)
    _reviews(world, people)
    store(world, models.Disposition, _dispositions(world, people), source=SOURCE)
    _helpers(world)


def _posted(world: World, villages: list[Village]) -> None:
    dice = world.dice("posted people")
    store(world, models.Person, _outsiders(villages, dice), source=SOURCE)
    sent = models.Person.objects.in_county(world.county.code).filter(own_income="派出单位工资")
    rows = list(sent.select_related("village").order_by("village__code", "pk"))
    store(world, models.Posting, _postings(rows), source=SOURCE)
    postings = list(
        models.Posting.objects.in_county(world.county.code).order_by("village__code", "pk")
    )
    store(world, models.ResidentDuty, _duties(world, postings), source=SOURCE)
    leaders = [one for one in postings if one.role == "first_secretary"]
    store(world, models.Leave, _leaves(leaders), source=SOURCE)


def _outsiders(villages: list[Village], dice: Random) -> Iterator[dict[str, Any]]:
    """A first secretary and two members for each of these villages."""
    for village in villages:
        for _place in range(3):
            yield {
                "village": village, "name": person_name(dice),
                "sex": dice.choice(("male", "male", "female")), "ethnicity": "汉族",
                "birth_month": dice.randint(1975, 1996) * 100 + dice.randint(1, 12),
                "education": dice.choice(("bachelor", "bachelor", "postgraduate")),
                "political": "member", "own_income": "派出单位工资",
            }  # fmt: skip


def _postings(people: list[models.Person]) -> Iterator[dict[str, Any]]:
    for place, person in enumerate(people):
        yield {
            "village": person.village, "person": person, "name": person.name,
            "role": "member" if place % 3 else "first_secretary",
            "unit": UNITS[place // 3 % len(UNITS)], "started_on": POSTED_ON,
            "due_end_on": TERM_ENDS_ON,
        }  # fmt: skip


def _duties(world: World, postings: list[models.Posting]) -> Iterator[dict[str, Any]]:
    """Every whole month since they came; two first secretaries were often away lately. Of the
    open month those whose village handed it in."""
    dice, open_dice = world.dice("duties"), world.dice("duties of the open month")
    leaders = [one for one in postings if one.role == "first_secretary"]
    away = {one.village_id for one in leaders[5:7]}
    for one in postings:
        for month in Month(2025, 6).until(LAST.previous()):
            yield _duty(one, month, away, dice)
    handed_in = _handed_in(world)
    for one in leaders:
        if one.village_id in handed_in:
            yield _duty(one, LAST, away, open_dice)


def _handed_in(world: World) -> set[int]:
    """Villages that handed the open month in, sent back or not."""
    story = Story(world)
    fates = {village.pk: story.fate(village, LAST) for village in world.villages}
    return {pk for pk, fate in fates.items() if fate and fate.sent_at}


def _duty(one: models.Posting, month: Month, away: set[int], dice: Random) -> dict[str, Any]:
    absent = one.village_id in away and one.role == "first_secretary"
    lately = absent and month >= Month(2026, 8)
    return {
        "village": one.village_id, "posting": one, "month": month.number,
        "days_planned": 22, "days_actual": 13 if lately else dice.randint(20, 23),
        "leave_days": dice.choice((0, 0, 0, 1)), "business_days_out": dice.randint(0, 2),
        "households_visited": dice.randint(18, 46), "things_done": dice.randint(1, 5),
        "spot_checks": 1 if month.month % 3 == 0 else 0,
    }  # fmt: skip


def _leaves(leaders: list[models.Posting]) -> Iterator[dict[str, Any]]:
    for place, one in enumerate(leaders[:8]):
        asked = place == 0
        yield {
            "village": one.village_id, "posting": one, "kind": "personal",
            "from_on": date(2026, 11, 9) if asked else date(2026, 9, 14),
            "to_on": date(2026, 11, 11) if asked else date(2026, 9, 15), "level": "township",
            "state": "asked" if asked else "granted",
            "decided_on": None if asked else date(2026, 9, 11),
            "decided_by": "" if asked else "镇党委书记",
            "filed_on": None if asked else date(2026, 9, 11),
        }  # fmt: skip


def _links(world: World) -> Iterator[dict[str, Any]]:
    """One discipline cadre of the township for three or four villages each."""
    dice = world.dice("links")
    by_township: dict[str, list[Village]] = {}
    for village in world.villages:
        by_township.setdefault(village.township.name, []).append(village)
    for township, villages in by_township.items():
        for begin in range(0, len(villages), 4):
            officer = person_name(dice)
            for village in villages[begin : begin + 4]:
                yield {
                    "village": village, "kind": "discipline", "officer": officer,
                    "position": f"{township}纪委委员", "started_on": date(2022, 3, 1),
                }  # fmt: skip


def _appraisals(world: World, people: list[models.Person]) -> Iterator[dict[str, Any]]:
    """Secretaries of two years; about one in five excellent."""
    dice = world.dice("appraisals")
    leaders = models.PostTenure.objects.in_county(world.county.code).filter(post="secretary")
    ids = set(leaders.values_list("person_id", flat=True))
    for person in (one for one in people if one.pk in ids):
        for year in (2024, 2025):
            votes = dice.randint(40, 70)
            excellent = dice.random() < 0.2
            yield {
                "village": person.village_id, "person": person, "year": year,
                "grade": "excellent" if excellent else "competent",
                "graded_on": date(year + 1, 1, 18), "votes": votes,
                "votes_excellent": votes * (8 if excellent else 5) // 10,
                "votes_competent": votes * (8 if excellent else 5) // 40, "votes_incompetent": 0,
            }  # fmt: skip


def _reviews(world: World, people: list[models.Person]) -> None:
    """The demo's reviewer answers for civil affairs; one question waits for an answer."""
    departments = list(
        models.ReviewDepartment.objects.in_county(world.county.code).order_by("position")
    )
    civil = next(one for one in departments if "民政" in one.name)
    reviewer = User.objects.get(username="reviewer")
    appoint_reviewer(department=civil, user=reviewer, valid_from=date(2025, 1, 1), by=world.staff)
    reserve = list(_reserve_of(world, people))
    store(world, models.JointReview, _review_rows(reserve), source=SOURCE)
    rows = list(models.JointReview.objects.in_county(world.county.code).order_by("pk"))
    store(world, models.ReviewOpinion, _opinions(rows, departments, civil), source=SOURCE)


def _reserve_of(world: World, people: list[models.Person]) -> list[models.Person]:
    tenures = models.PostTenure.objects.in_county(world.county.code).filter(post="reserve")
    ids = set(tenures.values_list("person_id", flat=True))
    chosen = {one.pk for one in world.picked("reviews", 7)}
    seen: dict[int, models.Person] = {}
    for person in people:
        if person.pk in ids and person.village_id in chosen:
            seen.setdefault(person.village_id, person)
    return list(seen.values())


def _review_rows(people: list[models.Person]) -> Iterator[dict[str, Any]]:
    """Five decided in the spring, one of them rejected; two are with the departments."""
    for place, person in enumerate(people):
        waiting = place >= len(people) - 2
        rejected = place == 0
        begun = date(2026, 10, 26) if waiting else date(2026, 4, 7)
        yield {
            "village": person.village_id, "person": person, "post": "villager_committee_member",
            "occasion": "mid_term", "initiated_on": begun,
            "status": "collecting" if waiting else "decided", "first_checked_on": begun,
            "first_check": "经核查,符合任职条件。",
            "sent_on": date(2026, 10, 30) if waiting else date(2026, 4, 9),
            "problems": int(rejected), "result": "" if waiting else _result(rejected),
            "decided_on": None if waiting else date(2026, 4, 20),
            "valid_until": None if waiting else date(2026, 10, 20),
        }  # fmt: skip


def _result(rejected: bool) -> str:
    return "reject" if rejected else "pass"


def _opinions(
    reviews: list[models.JointReview],
    departments: list[models.ReviewDepartment],
    civil: models.ReviewDepartment,
) -> Iterator[dict[str, Any]]:
    for review in reviews:
        for place, department in enumerate(departments):
            waiting = review.status == "collecting" and (department == civil or place > 6)
            problem = review.problems and department == civil
            yield {
                "review": review, "department": department, "asked_on": review.sent_on,
                "due_on": date(2026, 11, 4) if review.decided_on is None else date(2026, 4, 14),
                "answered_on": None if waiting else review.sent_on,
                "result": "pending" if waiting else "problem" if problem else "no_problem",
                "text": "低保动态管理中有优亲厚友问题,已查实。" if problem else "",
                "signed_by": "" if waiting else "经办人",
            }  # fmt: skip


def _dispositions(world: World, people: list[models.Person]) -> Iterator[dict[str, Any]]:
    """Three warning talks, all filed with both offices."""
    kind = models.DispositionKind.objects.in_county(world.county.code).order_by("position")[0]
    situation = models.UnfitSituation.objects.in_county(world.county.code).order_by("position")[0]
    chosen = {one.pk for one in world.picked("dispositions", 3)}
    seen: set[int] = set()
    for person in people:
        if person.village_id in chosen - seen:
            seen.add(person.village_id)
            yield {
                "village": person.village_id, "person": person, "situation": situation,
                "facts": "一季度财务公开晚于规定时间。", "found_by": "镇纪委",
                "found_on": date(2025, 4, 22), "township_meeting_on": date(2025, 5, 6),
                "kind": kind, "decision_no": "清组〔2025〕8号", "decided_on": date(2025, 5, 8),
                "filed_organization_on": date(2025, 5, 12), "filed_civil_on": date(2025, 5, 12),
            }  # fmt: skip


def _helpers(world: World) -> None:
    kinds = list(models.HelperKind.objects.in_county(world.county.code).order_by("position"))
    dice = world.dice("helpers")
    rows = (
        {
            "name": person_name(dice), "kind": kinds[place % len(kinds)],
            "unit": "示例市农业科学院",
            "specialities": dice.choice(("柑橘种植", "水产养殖", "电商")),
        }
        for place in range(18)
    )  # fmt: skip
    store(world, models.Helper, rows, source=SOURCE)
    helpers = list(models.Helper.objects.in_county(world.county.code).order_by("pk"))
    posted = (
        {"village": village, "helper": helpers[place % len(helpers)],
         "started_on": date(2025, 3, 1)}
        for place, village in enumerate(world.some("helped", 0.25))
    )  # fmt: skip
    store(world, models.HelperPosting, posted, source=SOURCE)
