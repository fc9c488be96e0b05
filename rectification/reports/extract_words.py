"""Sentences of a report that one township is given. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rectification.reports.content import (
    Line,
    Paragraph,
    Problem,
    ReportContent,
    Section,
    plain,
)
from rectification.reports.extract_names import Names, clauses


def own_sections(
    content: ReportContent, kept: set[str], names: Names, shown: set[str]
) -> Iterator[Section]:
    """Sections with what is left of them; headings keep their numbers."""
    for section in content.sections:
        parts = (
            Paragraph(one.heading, tuple(own_lines(content, one.lines, kept, names)))
            for one in section.paragraphs
        )
        filled = tuple(one for one in parts if one.lines)
        tables = tuple(key for key in section.tables if key in shown)
        charts = tuple(key for key in section.charts if key in shown)
        if filled or tables or charts:
            yield replace(section, paragraphs=filled, tables=tables, charts=charts)


def own_lines(
    content: ReportContent, lines: Iterable[Line], kept: set[str], names: Names
) -> Iterator[Line]:
    """Sentences without clauses about others; a sentence that begins with others goes, so does one
    of which neither figure nor name is left, and so do problems of others."""
    problems = {one.line.key: one for one in content.problems if one.unit_codes}
    for line in lines:
        parts = clauses(line.pattern)
        foreign = [_foreign(content, one, kept, names) for one in parts]
        problem = problems.get(line.key)
        own = _named(problem, names) if problem else ()
        if problem and not own:
            continue
        if not any(foreign):
            yield line
            continue
        kept_words = [one for one, other in zip(parts, foreign, strict=True) if not other]
        words = [] if foreign[0] else kept_words
        if problem:
            fact = names.predicate(parts[0])
            told = plain(problem.title) if _foreign(content, fact, kept, names) else fact
            words = [*(words or [told or plain(problem.title)]), names.said(own)]
        if words and (problem or _says(content, words, names)):
            yield replace(line, pattern=f"{'，'.join(words)}。")


def _says(content: ReportContent, words: Iterable[str], names: Names) -> bool:
    """Whether the rest of a sentence still states a figure or names somebody of the township."""
    rest = Line("", "，".join(words))
    return bool(rest.figure_codes) or names.mine(content.said(rest).text)


def _foreign(content: ReportContent, clause: str, kept: set[str], names: Names) -> bool:
    """Whether a clause names others or states a figure of theirs."""
    line = Line("", clause)
    return bool(set(line.figure_codes) - kept) or names.foreign(content.said(line).text)


def _named(problem: Problem, names: Names) -> tuple[str, ...]:
    pairs = zip(problem.unit_codes, problem.unit_names, strict=True)
    return tuple(name for code, name in pairs if code.startswith(names.code))


def own_problems(content: ReportContent, kept: set[str], names: Names) -> Iterator[Problem]:
    """Problems of the township, with its units alone."""
    for problem in content.problems:
        own = _named(problem, names)
        lines = tuple(own_lines(content, (problem.line,), kept, names))
        if own and lines:
            codes = tuple(code for code in problem.unit_codes if code.startswith(names.code))
            yield replace(problem, line=lines[0], unit_codes=codes, unit_names=own)
