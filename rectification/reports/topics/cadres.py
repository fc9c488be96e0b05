"""Village cadres: people, complete teams, vacancies, joint reviews, dispositions."""

from collections.abc import Iterator, Mapping

from rectification.reports.asked import Asked
from rectification.reports.content import Item, Table
from rectification.reports.told import Told
from rectification.reports.topics.cadre_columns import columns
from rectification.reports.topics.cadre_event_rows import disposition_rows, review_rows
from rectification.reports.topics.cadre_events import events
from rectification.reports.topics.cadre_items import items
from rectification.reports.topics.cadre_problems import problems, tasks
from rectification.reports.topics.cadre_rows import Read, read_cadres, vacancy_rows
from rectification.reports.topics.cadre_words import front, words


def tell(asked: Asked) -> Told:
    """Cadres on the last day, reviews and dispositions of the period. Eight queries."""
    read = read_cadres(asked)
    return Told(
        "cadres", columns=columns(asked, read),
        bases=(vacancy_rows(asked, read), review_rows(asked), disposition_rows(asked)),
        items=lambda tables: _items(read, tables),
        per_township=("cadres.serving", "cadres.villages_without_secretary",
                      "cadres.villages_short_of_reserve", "cadres.team.both"),
        paragraphs=words, front=front, problems=problems, tasks=tasks,
    )  # fmt: skip


def _items(read: Read, tables: Mapping[str, Table]) -> Iterator[Item]:
    yield from items(read, tables)
    yield from events(read, tables)
