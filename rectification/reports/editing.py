"""Amending words: the text of sentences may change, their figures may not. Pure.

A county may also add sentences of its own, without figures: `own.<section>.<1-5>` is the key of
one, and it stands at the end of its section.
"""

from collections.abc import Mapping
from dataclasses import replace

from rectification.reports.content import Line, Paragraph, ReportContent, Section

OWN = "own."
MOST_OWN = 5


def amended(content: ReportContent, edits: Mapping[str, str | None]) -> ReportContent:
    """The report with amended sentences; a sentence whose edit is None is left out, and so is a
    paragraph or section without sentences, tables and charts."""
    if not edits:
        return content
    sections = tuple(_section(one, edits) for one in content.sections)
    kept = tuple(one for one in sections if one.paragraphs or one.tables or one.charts)
    return replace(content, front=_lines(content.front, edits), sections=kept)


def own_keys(section: str) -> list[str]:
    """Keys of the sentences that a county may add to a section."""
    return [f"{OWN}{section}.{place}" for place in range(1, MOST_OWN + 1)]


def is_own(content: ReportContent, key: str) -> bool:
    """Whether the key is that of an added sentence of a section that there is."""
    return any(key in own_keys(section.key) for section in content.sections)


def _section(section: Section, edits: Mapping[str, str | None]) -> Section:
    parts = (Paragraph(one.heading, _lines(one.lines, edits)) for one in section.paragraphs)
    kept = tuple(one for one in parts if one.lines)
    added = tuple(Line(key, edits[key] or "") for key in own_keys(section.key) if edits.get(key))
    return replace(section, paragraphs=_with(kept, added))


def _with(parts: tuple[Paragraph, ...], added: tuple[Line, ...]) -> tuple[Paragraph, ...]:
    if not added:
        return parts
    if not parts:
        return (Paragraph("", added),)
    last = parts[-1]
    return (*parts[:-1], replace(last, lines=(*last.lines, *added)))


def _lines(lines: tuple[Line, ...], edits: Mapping[str, str | None]) -> tuple[Line, ...]:
    kept = ((one, edits.get(one.key, one.pattern)) for one in lines)
    return tuple(replace(one, pattern=words) for one, words in kept if words is not None)
