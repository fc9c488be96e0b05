"""The numbers of figures as they stand on paper: small behind sentences, a column in tables."""

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from rectification.reports.content import Line, ReportContent


def prints_codes(content: ReportContent) -> bool:
    """Whether the county wants numbers behind sentences; frozen with the report."""
    return bool(content.facts.get("print_codes", 1))


def numbers_of(content: ReportContent) -> Mapping[str, int]:
    """The numbers of figures; an extract keeps those of the whole report."""
    return cast(Mapping[str, int], content.facts.get("numbers") or content.numbers)


def ranges(numbers: Iterable[int]) -> str:
    """12-14,17: whole numbers in order, neighbours drawn together."""
    spans: list[list[int]] = []
    for number in sorted(set(numbers)):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ",".join(f"{a}" if a == b else f"{a}-{b}" for a, b in spans)


def of_line(content: ReportContent, line: Line) -> str:
    """What stands behind a sentence: [12-14], or nothing."""
    known = numbers_of(content)
    numbers = [known[code] for code in line.figure_codes]
    return f"[{ranges(numbers)}]" if numbers and prints_codes(content) else ""


def of_row(content: ReportContent, codes: Sequence[str | None]) -> str:
    """What stands at the end of a row: 135起 where its figures are numbered on from left to
    right, 135等 where some came up before, 135 for a single one."""
    known = numbers_of(content)
    numbers = [known[code] for code in codes if code]
    if not numbers:
        return ""
    first = numbers[0]
    if len(numbers) == 1:
        return str(first)
    follow = numbers == list(range(first, first + len(numbers)))
    return f"{first}起" if follow else f"{first}等"
