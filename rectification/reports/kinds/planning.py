"""The plan of a kind of report: which topics it reads and under which headings they speak."""

from collections.abc import Callable
from dataclasses import dataclass

from rectification.reports.told import Topic

PARAGRAPHS, PRACTICES, PROBLEMS, TASKS = "paragraphs", "practices", "problems", "tasks"


@dataclass(frozen=True)
class Part:
    """A section: its heading, the topics that speak in it (empty: all), what they say there, and
    the tables and charts that stand in it."""

    key: str
    heading: str
    topics: tuple[str, ...] = ()
    what: str = PARAGRAPHS
    tables: tuple[str, ...] = ()
    charts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """Topics in the order in which they are read, sections in the order in which they stand.
    `title` says the title from the label of the period; tables in none of the sections are
    attachments in the order of `annexes`, further ones behind them."""

    topics: tuple[Topic, ...]
    parts: tuple[Part, ...]
    title: Callable[[str], str]
    annexes: tuple[str, ...] = ()
