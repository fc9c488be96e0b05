"""What stood in the report before and stands here again (反复出现), and who stays silent.

A problem is the same when its kind is; it is repeated for the units that stand in both. Compared
is what was frozen then, not what the rows of then would say today.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rectification.reports.content import Item, Line, Problem, ReportContent, plain
from rectification.reports.topics.saying import named

KEY, TITLE = "repeated", "反复出现的问题"


@dataclass(frozen=True)
class Again:
    """A problem of now and what was said of it then, with the units that stand in both."""

    problem: Problem
    earlier: Problem
    units: Mapping[str, str]

    @property
    def code(self) -> str:
        """The kind of the repetition, and the figure that counts its units."""
        return f"{KEY}.{self.problem.kind}"


def pairs(now: Iterable[Problem], before: ReportContent | None) -> list[Again]:
    """Problems of both reports that have units in common, in the order of now; of several of one
    kind the first is quoted and all units count."""
    then = _by_kind(before.problems if before else ())
    found = []
    for kind, problems in _by_kind(now).items():
        if kind in then:
            earlier, units = _units(then[kind]), _units(problems)
            both = {code: name for code, name in units.items() if code in earlier}
            found.append(Again(problems[0], then[kind][0], both))
    return [one for one in found if one.units]


def _by_kind(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """Repetitions themselves are not repeated: the problem behind them is."""
    found: dict[str, list[Problem]] = {}
    for one in problems:
        if not one.kind.startswith(f"{KEY}."):
            found.setdefault(one.kind, []).append(one)
    return found


def _units(problems: Iterable[Problem]) -> dict[str, str]:
    return {
        code: name
        for one in problems
        for code, name in zip(one.unit_codes, one.unit_names, strict=True)
    }


def themes(again: Iterable[Again]) -> dict[str, list[Again]]:
    """Repetitions by the theme under which they stand."""
    found: dict[str, list[Again]] = {}
    for one in again:
        found.setdefault(one.problem.title, []).append(one)
    return found


def code_of(group: list[Again]) -> str:
    """The figure that counts the units of a theme, each once."""
    return group[0].code if len(group) == 1 else f"{group[0].code}.theme"


def repeated(now: Iterable[Problem], before: ReportContent | None) -> list[Problem]:
    """A problem for each theme that is repeated: who, and how many. Nothing without an earlier
    report."""
    return [_problem(title, group) for title, group in themes(pairs(now, before)).items()]


def _problem(title: str, group: list[Again]) -> Problem:
    units = {code: name for one in group for code, name in one.units.items()}
    names, code = tuple(units.values()), code_of(group)
    who = f"{plain(title)}：{named(names)}{{{code}}}个单位"
    line = Line(group[0].code, f"{who}上期已通报，本期仍有同类问题。")
    return Problem(group[0].code, TITLE, line, tuple(units), names)


def silent_again(items: Iterable[Item], before: ReportContent | None) -> dict[str, list[str]]:
    """Units that are missing from a figure of this report and were from the same one in the report
    before, by code, each with the labels of these figures."""
    found: dict[str, list[str]] = {}
    then = before.by_code if before else {}
    for one in items:
        earlier = then.get(one.code)
        if earlier and not one.unit_code:
            for code in set(one.missing) & set(earlier.missing):
                found.setdefault(code, []).append(one.label)
    return {code: sorted(found[code]) for code in sorted(found)}
