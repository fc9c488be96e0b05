"""Collective income: the year to date against plan and last year, tiers, who moved."""

from rectification.reports.asked import Asked
from rectification.reports.told import Told
from rectification.reports.topics.economy_items import items
from rectification.reports.topics.economy_rows import columns, read_income
from rectification.reports.topics.economy_words import problems, tasks, words


def tell(asked: Asked) -> Told:
    """Income of the county, January to the month. At most six queries."""
    read = read_income(asked)
    return Told(
        "economy", columns=columns(asked, read), items=lambda tables: items(asked, read, tables),
        per_township=("income.operating_type", "income.weak", "income.filed", "income.behind",
                      "income.operating_type.plan.change"),
        paragraphs=words, problems=problems, tasks=tasks,
    )  # fmt: skip
