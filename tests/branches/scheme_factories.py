"""Schemes, ratings and joint bodies as situations."""

from datetime import date
from decimal import Decimal
from typing import Any

from branches.actions.publishing import publish_scheme
from branches.actions.ratings import confirm_rating, propose_rating
from branches.actions.schemes import draft_scheme
from branches.joint.choices import BodyKind
from branches.models import JointBody, JointMember, PartyBranch, Scheme, SchemeRating
from branches.schemes.catalogue import Known
from branches.schemes.choices import Cycle, Judged, SchemeKind
from branches.schemes.definitions import ItemDefinition, SchemeDefinition
from branches.schemes.sheet import Answer
from branches.scoring import Grade, read_rule
from tests import factories
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.models import Village

COUNTY = "999901"
BEGUN, TODAY = date(2025, 1, 1), date(2026, 11, 3)

SMALL = SchemeDefinition(
    SchemeKind.STARS, "村党组织评星定级方案", Cycle.YEAR,
    (
        ItemDefinition(1, "正式党员不少于 3 人", Decimal(20), Judged.FIGURE, "组织",
                       read_rule("members.formal>=3"), True),
        ItemDefinition(2, "班子团结", Decimal(50), Judged.POINTS, "班子"),
        ItemDefinition(3, "有活动场所", Decimal(30), Judged.YES_NO, "阵地"),
    ),
    (Grade("五星", Decimal(90)), Grade("三星", Decimal(60)), Grade("无星", Decimal(0))),
)  # fmt: skip


def staff(name: str = "张科") -> User:
    """Somebody of the organization department."""
    return factories.UserFactory(role=Role.COUNTY_STAFF, home_code=COUNTY, name=name)


def clerk(code: str = "999901001") -> User:
    """An organiser of a township."""
    return factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code=code)


def in_force(by: User, definition: SchemeDefinition = SMALL, since: date = BEGUN) -> Scheme:
    """A published scheme."""
    draft = draft_scheme(county=COUNTY, definition=definition, by=by)
    return publish_scheme(scheme=draft, valid_from=since, basis="青组发〔2025〕1号", by=by)


def answers(scheme: Scheme, *points: Any, note: str = "") -> dict[int, Answer]:
    """Points of the scheme's items in order; None leaves one out."""
    items = scheme.items.order_by("number")
    pairs = zip(items, points, strict=True)
    return {item.pk: Answer(Decimal(p), note) for item, p in pairs if p is not None}


def formal(number: int) -> dict[str, Known]:
    """What is known of a branch: its formal members."""
    return {"members.formal": Known(Decimal(number), "党员数台账")}


def proposed(
    branch: PartyBranch, scheme: Scheme, by: User, *points: Any, members: int = 10,
    period: str = "2026",
) -> SchemeRating:  # fmt: skip
    """A rating as the township proposed it."""
    return propose_rating(
        branch=branch, scheme=scheme, period=period, answers=answers(scheme, *points),
        values=formal(members), on=TODAY, by=by,
    )  # fmt: skip


def confirmed(rating: SchemeRating, by: User, on: date = TODAY) -> SchemeRating:
    """The same as the county confirmed it."""
    return confirm_rating(rating=rating, on=on, by=by)


def body(name: str = "柳河片区党建共同体", **rest: Any) -> JointBody:
    """A joint body since 2025."""
    values = {"kind": BodyKind.CONSORTIUM, "lead": "李庄村", "founded_on": BEGUN, **rest}
    return JointBody.objects.create(county_code=COUNTY, name=name, **values)


def member(of: JointBody, who: str, percent: Any = None, since: date = BEGUN, **rest: Any) -> Any:
    """A member: a village by its code, any other unit by its name."""
    place = {"village": Village.objects.get(code=who)} if who.isdigit() else {"unit_name": who}
    share = None if percent is None else Decimal(percent)
    return JointMember.objects.create(
        body=of, county_code=of.county_code, joined_on=since, share_percent=share, **place, **rest
    )
