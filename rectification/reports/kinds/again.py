"""A month's figures as the rows give them now, without words and without months inside."""

from collections.abc import Mapping

from rectification.reports.asked import Asked, asked_of
from rectification.reports.content import Item
from rectification.reports.kinds import monthly
from rectification.reports.kinds.composing import village_table
from rectification.reports.topics import (
    compared,
    filing,
    ground,
    indicators,
    life,
    next_month,
    overall,
    practices,
    stationed,
)
from villages.common.periods import Month

# What they tell are levels, shares and words, none of which is added up over months.
_LEVELS = (
    ground.tell, filing.tell, life.tell, stationed.tell, indicators.tell, practices.tell,
    overall.tell, compared.tell, next_month.tell,
)  # fmt: skip


def month_again(asked: Asked, month: Month) -> Mapping[str, Item]:
    """The figures of the county that its monthly report would state of what happened in the
    month, by code; those of townships, ranks and words are left out. As many queries as the
    topics of that report that tell what happened."""
    one = asked_of(asked.county, "monthly", month, asked.on)
    with one.sharing():
        told = tuple(topic(one) for topic in monthly.PLAN.topics if topic not in _LEVELS)
    tables = {"villages": village_table(one, told)}
    tables |= {base.key: base for each in told for base in each.bases}
    return {item.code: item for each in told for item in each.items(tables)}
