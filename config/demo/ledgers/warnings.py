"""The colours of the demo county, month by month, and what people did about them."""

from config.demo.ledgers import warning_asked, warning_rules
from config.demo.ledgers.warning_answers import answer
from config.demo.ledgers.warning_people import People, people_of
from config.demo.months import LAST, closing_again
from config.demo.today import on_day
from config.demo.world import World
from rectification.warnings.actions.evaluating import evaluate
from villages.accounts.actors import COMMAND_LINE
from villages.common.periods import Month
from villages.imports.months import closing_date


def build(world: World) -> None:
    """Every month is judged on the day it was closed, then townships and county answer; the last
    one is open and judged for now."""
    people = people_of(world)
    warning_rules.install()
    with closing_again(world.county) as close:
        for month in world.months[:-1]:
            _while_it_ran(world, people, month)
            day = closing_date(month, people.county)
            with on_day(day):
                close(month)
                _judged(people, month)
            answer(world, people, month, day)
    warning_asked.overridden(world, people)
    warning_asked.objections(world, people)
    warning_rules.next_draft(people)
    _judged(people, LAST)


def _judged(people: People, month: Month) -> None:
    evaluate(by=COMMAND_LINE, county=people.county, month=month)


def _while_it_ran(world: World, people: People, month: Month) -> None:
    """What was asked for and decided before a month was judged."""
    if month == Month.of(warning_rules.ADOPTED_ON):
        with on_day(warning_rules.ADOPTED_ON):
            warning_rules.own_rules(people)
    warning_asked.exempted(world, people, month)
