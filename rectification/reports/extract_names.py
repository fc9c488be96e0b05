"""Whose names stand in a text: those of one township, or those of others. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rectification.reports.content import ReportContent, plain
from rectification.reports.content.cells import Cell

_ENDS = "，；。"


@dataclass(frozen=True)
class Names:
    """Names of one township (`unit`) and its villages, and of all others of the county."""

    code: str
    unit: str
    own: frozenset[str]
    others: frozenset[str]

    @classmethod
    def of(cls, content: ReportContent, code: str) -> "Names":
        """From the frozen rows of villages. Raises `KeyError` for a township without villages."""
        table = content.villages
        own: set[str] = set()
        others: set[str] = set()
        unit = ""
        for row in table.rows:
            township, village = str(table.cell(row, "township")), str(table.cell(row, "village"))
            is_own = table.cell(row, "township_code") == code
            unit = township if is_own else unit
            kept = own if is_own else others
            kept |= {township, village, f"{township}{village}", str(table.cell(row, "code"))}
            if not is_own:
                others.add(str(table.cell(row, "township_code")))
        if not unit:
            raise KeyError(code)
        return cls(code, unit, frozenset(own | {code}), frozenset(others))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest = sorted(self.own | self.others, key=lambda one: (-len(one), one))
        return re.compile("|".join(re.escape(one) for one in longest))

    def foreign(self, text: Cell) -> bool:
        """Whether a text names somebody else. The longest name counts: 柳河村 is not 河村; a name
        that both bear is our own."""
        if not isinstance(text, str):
            return False
        return any(found not in self.own for found in self._pattern.findall(text))

    def mine(self, text: Cell) -> bool:
        """Whether a text names the township or one of its villages."""
        return isinstance(text, str) and any(
            found in self.own for found in self._pattern.findall(text)
        )

    def cleaned(self, text: Cell) -> Cell:
        """A list of names (甲村、乙村) without those of others; None where none is left."""
        if not self.foreign(text):
            return text
        kept = [one for one in str(text).split("、") if not self.foreign(one)]
        return "、".join(kept) or None

    def said(self, names: Iterable[str]) -> str:
        """Our own units, as a clause."""
        villages = "、".join(one for one in names if one != self.unit)
        return f"涉及本乡镇（街道）{plain(f'的有{villages}') if villages else ''}"

    def predicate(self, clause: str) -> str:
        """甲镇、乙镇等三个乡镇迟报: what was done, without the names before it."""
        last = clause.split("、")[-1]
        _before, and_others, rest = last.partition("等")
        return rest if and_others else self._pattern.sub("", last)


def clauses(pattern: str) -> list[str]:
    """A sentence cut at its commas, semicolons and full stops, those in parentheses apart."""
    found, depth, current = [], 0, ""
    for sign in pattern:
        depth += (sign == "（") - (sign == "）")
        if sign in _ENDS and depth <= 0:
            found.append(current)
            current = ""
        else:
            current += sign
    return [one for one in (*found, current) if one] or [""]
