"""One sentence per reason: number, threshold, margin, the rule and the edition that held."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.judgement import COMBINED, is_found
from rectification.warnings.rules import Rule, VillageFacts, by_code
from rectification.warnings.rules_in_force import Rules
from rectification.warnings.sentences import reason as clause
from rectification.warnings.sentences.numbers import Told, deciding
from rectification.warnings.sentences.waiting import TITLES
from villages.common.periods import Month

_COUNTED = frozenset({"red", "yellow"})


@dataclass(frozen=True)
class Edition:
    """The rule set that judged: its name and the day from which it holds."""

    name: str
    effective_from: date

    @property
    def text(self) -> str:
        """“预警规则(默认,第 1 版),2000-01-01 起施行”."""
        return _("%(name)s,%(day)s 起施行") % {"name": self.name, "day": self.effective_from}


@dataclass(frozen=True)
class Explained:
    """A reason of a receipt with everything that a reader may ask about it."""

    reason: Mapping[str, Any]
    rule: Rule | None
    edition: Edition
    number: Told | None

    @property
    def code(self) -> str:
        """The rule's stable code."""
        return str(self.reason["rule"])

    @property
    def level(self) -> str:
        """red, yellow, unknown, exempt or cleared."""
        return str(self.reason["level"])

    @property
    def counts(self) -> bool:
        """Whether it weighs for the colour."""
        return self.level in _COUNTED

    @property
    def title(self) -> str:
        """The rule's name."""
        return self.rule.title if self.rule else title_of(self.code)

    @property
    def level_text(self) -> Any:
        """The level for people."""
        return level_words().get(self.level, self.level)

    @property
    def held(self) -> Month | None:
        """The month since which nobody lowered it, for events of earlier months."""
        since = self.reason.get("held")
        return Month.from_number(since) if since else None

    @property
    def is_waiting(self) -> bool:
        """Whether it stands although this month's data do not show it."""
        return self.counts and not is_found(self.reason)

    @cached_property
    def text(self) -> str:
        """The clause without full stop."""
        own = {self.code: self.rule.title} if self.rule else {}
        return clause(self.reason, own)

    @property
    def version(self) -> str:
        """Which rule of which set said so."""
        return f"{self.code},{self.edition.text}"

    @property
    def sentence(self) -> str:
        """All of it as one sentence."""
        parts = [self.text]
        if self.number:
            parts.append(self.number.text)
        if self.held:
            parts.append(_("%s起未降级") % self.held.label)
        return _("%(told)s(%(version)s)。") % {"told": ";".join(parts), "version": self.version}


def title_of(code: str) -> str:
    """The name of a rule of the program, or of what several rules say together."""
    known = by_code().get(code)
    return known.title if known else TITLES.get(code, code)


def level_words() -> dict[str, Any]:
    """How levels of reasons read."""
    return {
        "red": _("红色"), "yellow": _("黄色"), "unknown": _("缺数据"),
        "exempt": _("豁免"), "cleared": _("误报"),
    }  # fmt: skip


def explain(
    reason: Mapping[str, Any], rules: Rules, facts: VillageFacts, edition: Edition
) -> Explained:
    """A reason explained from the receipt alone, by the rules then in force."""
    code, level = reason["rule"], reason["level"]
    rule = None if code in COMBINED else {**by_code(), **rules.own}.get(code)
    number = None
    if rule and level in _COUNTED and is_found(reason):
        measures = rule.measures(facts, rules.versions.get(code, {}))
        number = deciding(measures, level) or deciding(measures, "yellow")
    return Explained(reason, rule, edition, number)


def explain_all(
    reasons: list[Mapping[str, Any]], rules: Rules, facts: VillageFacts, edition: Edition
) -> list[Explained]:
    """All reasons of a receipt, what counts first, the worst before the others."""
    order = {"red": 0, "yellow": 1, "exempt": 2, "cleared": 2, "unknown": 3}
    found = [explain(one, rules, facts, edition) for one in reasons]
    return sorted(found, key=lambda one: (order.get(one.level, 4), one.code))
