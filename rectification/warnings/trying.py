"""Other rules tried on stored months: what the colours would have been. Pure, writes nothing.

Data, exemptions and what people decided are taken as they were. Events of rules that the trial
changed are told anew: one stands from the month in which the tried rule finds it, as long as the
real one waited, or as long as it is found without a break where there was none.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from rectification.warnings.figures.receipts import Receipt
from rectification.warnings.judgement import LASTING, Outcome, decide
from rectification.warnings.rules import Finding, Level, VillageFacts
from rectification.warnings.rules_in_force import Rules
from rectification.warnings.standing import Held, Standing
from villages.common.periods import Month

_WARNED = (Level.RED, Level.YELLOW)


@dataclass(frozen=True)
class Tried:
    """One receipt and what the tried rules make of it."""

    receipt: Receipt
    outcome: Outcome

    @property
    def is_changed(self) -> bool:
        """Whether the colour is another one."""
        return self.outcome.colour != self.receipt.colour

    @property
    def rules(self) -> tuple[str, ...]:
        """Codes that are told otherwise: found or not, red or yellow."""
        before = {one["rule"]: one["level"] for one in self.receipt.reasons}
        after = {one["rule"]: one["level"] for one in self.outcome.reasons}
        codes = sorted({*before, *after})
        return tuple(code for code in codes if before.get(code) != after.get(code))


def try_rules(
    stored: Iterable[Receipt], tried: Rules, stored_rules: Mapping[int, Rules]
) -> Iterator[Tried]:
    """Tries rules on receipts, which come village by village and the oldest first."""
    changed = {number: changed_codes(rules, tried) for number, rules in stored_rules.items()}
    life = _Life()
    for one in stored:
        if one.village != life.village:
            life = _Life(one.village)
        yield Tried(one, life.month(one, tried, changed[one.rule_set]))


def changed_codes(before: Rules, after: Rules) -> frozenset[str]:
    """Rules that hold in one of two sets only, or with other numbers."""
    kept, tried = _told(before), _told(after)
    codes = {*kept, *tried}
    return frozenset(code for code in codes if kept.get(code) != tried.get(code))


def with_numbers(rules: Rules, code: str, numbers: Mapping[str, int]) -> Rules:
    """The same rules with other numbers of one of them, which holds from then on."""
    versions = {**rules.versions, code: {**rules.versions.get(code, {}), **numbers}}
    return replace(rules, versions=versions, rule_set=None)


def _told(rules: Rules) -> dict[str, object]:
    declared = rules.declared or {}
    return {
        rule.code: (rule.with_defaults(values), declared.get(rule.code),
                    rule.code in rules.rating.steady)
        for rule, values in rules.in_force
    }  # fmt: skip


@dataclass
class _Event:
    """A rule of the trial that finds something: since when, how bad, and when last."""

    since: int
    level: str
    last: int


@dataclass
class _Life:
    """One village, month after month."""

    village: int = 0
    first: int = 0
    before: Outcome | None = None
    before_month: int = 0
    parted: bool = False
    events: dict[str, _Event] = field(default_factory=dict)

    def month(self, one: Receipt, tried: Rules, changed: frozenset[str]) -> Outcome:
        """Judges one month, with what the months before would have left."""
        month = Month.from_number(one.month)
        self.first = self.first or one.month
        found = tried.judge(VillageFacts.from_json(one.facts))
        standing = self._standing(Standing.from_json(one.standing), month, tried, changed)
        outcome = decide(found, len(tried.versions), standing, tried.rating, month)
        self._remember(found, month, changed)
        self._redden(outcome)
        self.before, self.before_month = outcome, month.number
        self.parted = self.parted or outcome.colour != one.colour
        return outcome

    def _standing(
        self, stored: Standing, month: Month, tried: Rules, changed: frozenset[str]
    ) -> Standing:
        held = {code: one for code, one in stored.held.items() if code not in changed}
        for code in changed & tried.versions.keys():
            event = self._held(code, stored.held.get(code), month)
            if event is not None:
                held[code] = event
        told = replace(stored, held=held)
        # Months in a row follow the trial once its colours have parted from the real ones.
        if self.parted and self.before and self.before_month == month.previous().number:
            counted = self.before.red_months, self.before.yellow_months
            told = replace(told, red_months=counted[0], yellow_months=counted[1])
        return told

    def _held(self, code: str, stored: Held | None, month: Month) -> Held | None:
        """What an event of a changed rule would be by now; one from before the first month tried
        is taken as it was."""
        event = self.events.get(code)
        if stored is not None and stored.since < self.first:
            return stored
        if event is None:
            return None
        if stored is not None:
            return Held(event.level, event.since, stored.observed)
        if event.last != month.previous().number:
            del self.events[code]
            return None
        return Held(event.level, event.since)

    def _remember(
        self, found: Mapping[str, Finding], month: Month, changed: frozenset[str]
    ) -> None:
        for code in changed & found.keys():
            level = found[code].level
            if level not in _WARNED:
                continue
            event = self.events.setdefault(code, _Event(month.number, str(level), month.number))
            event.last = month.number
            if level is Level.RED:
                event.level = str(level)

    def _redden(self, outcome: Outcome) -> None:
        """Yellow that turned red by lasting stays red."""
        for one in outcome.reasons:
            if one["rule"] == LASTING:
                for code in one["evidence"]["rules"].split(","):
                    if code in self.events:
                        self.events[code].level = str(Level.RED)
