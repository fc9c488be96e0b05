"""What topics say, as numbered sections of a report."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rectification.reports.content import Line, Paragraph, Problem, Section
from rectification.reports.kinds.planning import PARAGRAPHS, PROBLEMS, Part, Plan
from rectification.reports.told import Known, Told

_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Whole:
    """Everything that the topics told, with all figures."""

    known: Known
    told: tuple[Told, ...]


def sections_of(plan: Plan, whole: Whole) -> Iterator[Section]:
    """Sections that have something to say, numbered in Chinese."""
    spoken = [(part, _said(part, whole)) for part in plan.parts]
    filled = [(part, said) for part, said in spoken if said]
    for numeral, (part, said) in zip(_NUMERALS, filled, strict=False):
        heading = f"{numeral}、{part.heading}"
        yield Section(part.key, heading, _lettered(said), part.tables, part.charts)


def _said(part: Part, whole: Whole) -> tuple[Paragraph, ...]:
    told = [one for one in whole.told if not part.topics or one.key in part.topics]
    if part.what == PARAGRAPHS:
        order = {key: place for place, key in enumerate(part.topics)}
        told.sort(key=lambda one: order.get(one.key, 0))
        return tuple(one for source in told for one in source.paragraphs(whole.known))
    if part.what == PROBLEMS:
        return tuple(_grouped(problems_of(replace(whole, told=tuple(told)))))
    lines = tuple(line for one in told for line in getattr(one, part.what)(whole.known))
    return (Paragraph("", lines),) if lines else ()


def problems_of(whole: Whole) -> Iterator[Problem]:
    """Every problem that a topic tells, in the order of topics."""
    for one in whole.told:
        yield from one.problems(whole.known)


def _grouped(problems: Iterable[Problem]) -> Iterator[Paragraph]:
    """One paragraph for each title, in the order in which titles come up."""
    groups: dict[str, list[Line]] = {}
    for one in problems:
        groups.setdefault(one.title, []).append(one.line)
    for title, lines in groups.items():
        yield Paragraph(title, tuple(lines))


def _lettered(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Headings of the second level numbered （一）、（二）…; a single one needs no number."""
    headed = [one for one in paragraphs if one.heading]
    if len(headed) < 2:
        return tuple(replace(one, heading="") for one in paragraphs)
    numerals = iter(_NUMERALS)
    return tuple(
        replace(one, heading=f"（{next(numerals, '')}）{one.heading}") if one.heading else one
        for one in paragraphs
    )
