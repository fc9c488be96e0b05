"""Situations of joint review, dispositions and stationed teams."""

from datetime import date
from typing import Any

from cadres.choices import Post
from cadres.models import (
    Disposition,
    DispositionKind,
    JointReview,
    Person,
    Posting,
    PostTenure,
    ResidentDuty,
    ReviewItem,
    UnfitSituation,
)
from cadres.wording.resident import PostingRole
from villages.models import Village

NEW_YEAR = date(2026, 1, 1)


def village_of(code: str = "999901001200") -> Village:
    """李庄村 of 东关街道 where nothing else is said."""
    return Village.objects.select_related("township").get(code=code)


def person(name: str = "张明", village: Village | None = None) -> Person:
    """Somebody of the village's ledger."""
    place = village or village_of()
    return Person.objects.create(village=place, county_code=place.county_code, name=name)


def in_post(
    who: Person, started_on: date | None, post: str = Post.SECRETARY, **more: Any
) -> PostTenure:
    """Somebody in office since a day."""
    return PostTenure.objects.create(
        person=who, village=who.village, county_code=who.county_code, post=post,
        started_on=started_on, recorded_on=NEW_YEAR, **more,
    )  # fmt: skip


def begun_review(who: Person | None = None, post: str = Post.SECRETARY, **more: Any) -> JointReview:
    """A joint review that the township has begun."""
    who = who or person()
    return JointReview.objects.create(
        person=who, village=who.village, county_code=who.county_code, post=post,
        **{"initiated_on": date(2026, 9, 1), **more},
    )  # fmt: skip


def concluded_review(
    who: Person, result: str = "pass", decided_on: date = date(2026, 9, 20),
    valid_until: date | None = date(2027, 3, 20), **more: Any,
) -> JointReview:  # fmt: skip
    """A joint review with a conclusion."""
    return begun_review(
        who, status="decided", first_checked_on=min(decided_on, date(2026, 9, 2)),
        result=result, decided_on=decided_on,
        valid_until=None if result == "reject" else valid_until,
        condition="半年内补齐材料" if result == "conditional" else "",
        initiated_on=min(decided_on, date(2026, 9, 1)), **more,
    )  # fmt: skip


def item(side: str, position: int) -> ReviewItem:
    """One item of the installed list."""
    return ReviewItem.objects.get(side=side, position=position)


def found_unfit(who: Person | None = None, **more: Any) -> Disposition:
    """A disposition that is being prepared, of the first situation of the installed list."""
    who = who or person()
    situation = more.pop("situation", None) or UnfitSituation.objects.first()
    return Disposition.objects.create(
        person=who, village=who.village, county_code=who.county_code, situation=situation,
        facts="公开栏三个季度没有更新", found_by="东关街道党工委",
        **{"found_on": date(2026, 6, 1), **more},
    )  # fmt: skip


def sanctioned(who: Person | None = None, kind: str = "警示谈话", **more: Any) -> Disposition:
    """A decided disposition."""
    return found_unfit(
        who, kind=DispositionKind.objects.get(name=kind),
        **{"township_meeting_on": date(2026, 6, 5), "decided_on": date(2026, 6, 6),
           "decision_no": "东办〔2026〕5号", **more},
    )  # fmt: skip


def posted(
    name: str = "李强", role: str = PostingRole.FIRST_SECRETARY, village: Village | None = None,
    **more: Any,
) -> Posting:  # fmt: skip
    """Somebody posted to a village."""
    place = village or village_of()
    return Posting.objects.create(
        person=person(name, place), name=name, village=place, county_code=place.county_code,
        role=role, unit="县水利局",
        **{"started_on": date(2025, 5, 20), "due_end_on": date(2027, 5, 20), **more},
    )  # fmt: skip


def told_month(posting: Posting, month: int, days: int, **more: Any) -> ResidentDuty:
    """A month record."""
    return ResidentDuty.objects.create(
        posting=posting, village=posting.village, county_code=posting.county_code, month=month,
        days_actual=days, **more,
    )  # fmt: skip
