"""Who acts on the cases of the demo county, with the county's words at hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from config.demo.names import person_name
from config.demo.world import World
from rectification.models import CaseWord, RectificationCase
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.ledgers.actions import write_row
from villages.ledgers.declaring import ledgers
from villages.models import Village

UNITS = ("县农业农村局", "县水利局", "县交通运输局", "县财政局", "县民政局", "县司法局", "县教育局")
LEADERS = ("郑国华", "韩立新", "高志远", "梁玉平", "宋建军", "谢春生")
FOUR = ("县级领导联村", "乡镇班子包村", "第一书记驻村", "机关单位结对")
DUTIES = ("township_secretary", "deputy_secretary", "organizer")
# How many digits of a village's code name its township.
_TOWNSHIP = 9


@dataclass(frozen=True)
class Cast:
    """The county's staff, the organiser of each township, and the words by use and name.

    `holders` are the three who answer for the cases of each township.
    """

    staff: User
    clerks: Mapping[str, User]
    words: Mapping[tuple[str, str], CaseWord]
    holders: Mapping[tuple[str, str], str]

    def clerk(self, village: Village) -> User:
        """The organiser of the village's township."""
        return self.clerks[village.code[:_TOWNSHIP]]

    def holder(self, village: Village, duty: str) -> str:
        """Who has this duty in the village's township."""
        return self.holders[village.code[:_TOWNSHIP], duty]


def cast(world: World) -> Cast:
    """Three queries."""
    people = User.objects.filter(role=Role.TOWNSHIP_CLERK, home_code__startswith=world.county.code)
    clerks = {one.home_code: one for one in people.order_by("home_code")}
    words = CaseWord.objects.in_county(world.county.code)
    return Cast(
        staff=world.staff,
        clerks=clerks,
        words={(one.use, one.name): one for one in words},
        holders=_holders(world, clerks),
    )


def _holders(world: World, clerks: Mapping[str, User]) -> dict[tuple[str, str], str]:
    """The three of each township; people with an account are themselves."""
    dice = world.dice("case duties")
    found = {(code, duty): person_name(dice) for code in clerks for duty in DUTIES}
    found |= {(code, "organizer"): one.name for code, one in clerks.items()}
    heads = User.objects.filter(role=Role.TOWNSHIP_SECRETARY, is_demo=True)
    return found | {(one.home_code, "township_secretary"): one.name for one in heads}


def put(case: RectificationCase, key: str, by: User, **values: Any) -> Any:
    """A row of the case's file, written as on the page."""
    values = {"village": case.village, "case": case, **values}
    return write_row(ledgers()[key], values=values, by=by)


def stand_by(
    own: Cast, case: RectificationCase, dice: Random, since: date, *, without: tuple[str, ...] = ()
) -> None:
    """The four helpers and the three duty holders of a case, some of them wanting."""
    clerk = own.clerk(case.village)
    for kind in FOUR:
        if kind not in without:
            word = own.words["helper", kind]
            put(case, "case-helpers", clerk, kind=word, since=since, **helper(kind, dice))
    for duty in DUTIES:
        if duty not in without:
            name = own.holder(case.village, duty)
            put(case, "case-duties", clerk, kind=duty, name=name, since=since)


def helper(kind: str, dice: Random) -> dict[str, str]:
    """Who it is: a unit alone where a department stands by the village."""
    told = {
        "县级领导联村": {"person": dice.choice(LEADERS), "post": "县领导"},
        "乡镇班子包村": {"person": person_name(dice), "post": "乡镇党委委员"},
        "第一书记驻村": {"person": person_name(dice), "post": "第一书记"},
        "机关单位结对": {"person": "", "post": ""},
    }[kind]
    return told | ({"unit": dice.choice(UNITS)} if kind in FOUR[2:] else {})
