"""Supervision of the demo county in 2026: orders, inspections, voices, lists, notices, contest."""

from datetime import date

from config.demo.ledgers import (
    supervision_contest,
    supervision_notices,
    supervision_orders,
    supervision_papers,
    supervision_plans,
    supervision_tasks,
    supervision_visits,
    supervision_voices,
)
from config.demo.ledgers.supervision_desk import SEATED, Desk, desk_of
from config.demo.world import World
from rectification.supervision.actions import checklists, lists, seats

FIRST = date(2026, 1, 5)


def build(world: World) -> None:
    """The county's lists, then what the year brought; all of it by the actions of the buttons."""
    lists.install_defaults(county=world.county, by=world.staff, on=FIRST)
    checklists.install_checklist(world.county, by=world.staff, on=FIRST)
    desk = desk_of(world)
    _appoint(desk)
    supervision_plans.build(desk)
    supervision_orders.build(desk)
    supervision_papers.build(desk)
    supervision_visits.build(desk)
    supervision_voices.build(desk)
    supervision_tasks.build(desk)
    supervision_contest.build(desk)
    supervision_notices.build(desk)


def _appoint(desk: Desk) -> None:
    """One department has somebody in its seat; for the others the county answers."""
    seats.appoint(
        department=desk.departments[SEATED], user=desk.seat, valid_from=FIRST, by=desk.staff
    )
