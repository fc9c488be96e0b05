"""Rectification of backward villages: the year's batch, from the list to the closing."""

from rectification.reports.asked import Asked
from rectification.reports.told import Told
from rectification.reports.topics.case_files import duty_table, problem_table
from rectification.reports.topics.case_items import PER_TOWNSHIP, case_items
from rectification.reports.topics.case_reading import read_batch
from rectification.reports.topics.case_rows import case_table
from rectification.reports.topics.case_tables import case_tables
from rectification.reports.topics.case_trouble import case_problems, case_tasks
from rectification.reports.topics.case_words import case_words


def tell(asked: Asked) -> Told:
    """The batch of the period's year, or the newest one before it. Cases, problems and duty
    holders are told as they stand in the ledgers, teams and people as of the day. At most eight
    queries; teams, recruiting and reserve cadres of the county are read for all topics."""
    read = read_batch(asked)
    problems, kinds = problem_table(asked, read.year)
    return Told(
        "cases",
        bases=(case_table(asked, read), problems, duty_table(asked)),
        items=lambda tables: case_items(read, kinds, tables),
        per_township=PER_TOWNSHIP,
        paragraphs=lambda known: case_words(known, read.year, kinds),
        problems=case_problems,
        tasks=case_tasks,
        tables=case_tables,
        facts={"cases.year": read.year},
    )
