"""A county's own four workbooks: the bulletin states exactly the county's own figures."""

from datetime import date
from random import Random
from typing import Any

import pytest

from config.demo import changes, months, people, territory
from config.demo.ledgers import brought, cadres
from config.demo.months import before_closing
from config.demo.today import on_its_own_day
from config.demo.worked_example.bringing_in import bring_in_sheet
from config.demo.worked_example.places import among
from config.demo.world import SEED, World, look_around
from config.demo.writing import store
from rectification.actions import schemes, standards
from rectification.figures.effects import effects
from rectification.reports.content import ReportContent
from tests.rectification.reports.topics.telling import asked, check_frozen, said, told, values
from tests.villages.affairs.factories import petitioned
from villages.accounts.models import User
from villages.common.scope import Scope

pytestmark = pytest.mark.django_db
FIRST = date(2024, 1, 3)


@on_its_own_day()
def bring_in() -> World:
    """Territory, accounts, open months, and the four workbooks; no petition was registered."""
    county = territory.build(Random(SEED))
    people.build(county, "Spring-2026-willow")
    staff = User.objects.get(username="county")
    months.build(county, by=staff)
    changes.build(county, by=staff)
    world = look_around(county)
    store(world, cadres.models.Establishment, map(cadres._seats, world.villages), source="核定")
    brought.teams(world)
    brought.members(world)
    with before_closing(county):
        schemes.install_defaults(county, by=staff, on=FIRST)
        standards.install_defaults(county=county, by=staff, on=FIRST)
        bring_in_sheet(world, "ledger")
        bring_in_sheet(world, "works")
    for village in among(world.villages):
        petitioned(village, 202610, first=0, repeat=0)
    return world


@pytest.fixture
def world(db: Any) -> World:
    return bring_in()


def bulletin(world: World) -> ReportContent:
    return told("cases", "works", about=asked(county=world.county.code))


PRINTED = {
    "effects.listed": 32, "acceptance.applied": 29, "acceptance.passed": 24,
    "acceptance.failed": 5, "acceptance.not-applied": 3, "effects.branch-complete": 28,
    "effects.committee-complete": 27, "effects.both-complete": 26, "effects.activists": 189,
    "effects.reserve": 76, "effects.recruits": 29, "effects.recruiting-villages": 18,
    "effects.petitions": 0,
}  # fmt: skip
SOLVED = "街道整治8个、土地承包纠纷2个、宅基地纠纷6个、税费尾欠9个、宗派矛盾12个"


def test_the_bulletin_states_the_countys_figures(world: World) -> None:
    sentences = said(bulletin(world))

    assert sentences["cases.batch"] == (
        "2026年排查确定后进村32个，申请验收29个，验收合格24个，验收不合格5个，没有申请3个，"
        "验收合格率82.76%（24/29）。"
    )
    assert sentences["cases.teams"] == (
        "截至2026年10月31日，党组织班子健全的村28个，村委会班子健全的村27个，两个班子都健全的村26个。"
    )
    assert sentences["cases.ranks"] == (
        "有入党积极分子189名，当年在18个村发展党员29名，后备干部76名。"
    )
    assert SOLVED in sentences["cases.problems"]
    assert sentences["cases.petitions"] == "当年已登记的月份信访0件。"
    assert sentences["works.team"] == "整顿中支部班子组建17个、村委会补选5个。"
    assert sentences["works.year"] == (
        "办实事：大棚78座、机井65眼、道路42公里、经济作物3030亩、养殖小区7个、惠及农户217户。"
    )


def test_the_figures_are_those_of_the_batch(world: World) -> None:
    content = bulletin(world)

    told_here = values(content, "cases.")
    assert {code: told_here[code] for code in PRINTED} == PRINTED
    batch = effects(Scope.of([world.county.code]), world.county.code, 2026, date(2026, 10, 31))
    for one in batch.all:
        if one.figure.code in content.by_code:
            item = content.by_code[one.figure.code]
            assert (item.value, item.missing) == (one.figure.value, one.figure.missing)
    assert len([one for one in batch.all if one.figure.code in content.by_code]) == 14


def test_every_figure_comes_from_its_frozen_rows_again(world: World) -> None:
    content = bulletin(world)

    check_frozen(content)
    assert len(content.base_of["cases"].rows) == 32
