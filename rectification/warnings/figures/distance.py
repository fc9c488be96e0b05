"""How far a village is from another colour: by each number that a rule compares."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from django.utils.translation import gettext as _

from rectification.warnings.choices import Colour
from rectification.warnings.rules import Level, Rule, VillageFacts
from rectification.warnings.rules.declaring import Parameters
from rectification.warnings.rules.measures import Bad, Measure
from rectification.warnings.rules_in_force import Rules
from villages.common.shares import round_half_up

_HIGH = (Bad.ABOVE, Bad.REACHED)
# On these sides the limit itself is in order.
_LIMIT_IS_GOOD = (Bad.ABOVE, Bad.BELOW)
_PERCENT = "%"


@dataclass(frozen=True)
class Distance:
    """One number of one rule, and the change of it that gives another colour.

    Away from red and yellow it leads to the milder colour; from green to the next worse one.
    What is counted (days, people, months) gives the smallest whole change that does it, what is
    measured (money, shares) the exact distance to the line. `value` is as shown, `gap` exact, in
    the unit shown; `relative` compares gaps of different units: the part of the limit, whole
    where the limit is nothing.
    """

    rule: str
    title: str
    label: str
    value: str
    unit: str
    colour: str
    to_colour: str
    gap: Fraction
    text: str
    relative: Fraction = field(default=Fraction(0), compare=False)

    @property
    def is_worse(self) -> bool:
        """Whether it leads from green to something worse."""
        return self.colour == Colour.GREEN


def distances(facts: VillageFacts, rules: Rules) -> tuple[Distance, ...]:
    """All of a village, in order of rules; none where a rule lacks its data or is not due."""
    return tuple(
        one for rule, values in rules.in_force for one in _of_rule(rule, facts, values)
    )  # fmt: skip


def nearest(found: Iterable[Distance]) -> Distance | None:
    """The closest change: the smallest part of its limit, the first rule among equals."""
    return min(found, key=lambda one: (one.relative, one.rule), default=None)


def _of_rule(rule: Rule, facts: VillageFacts, values: Parameters) -> Iterable[Distance]:
    finding = rule.judge(facts, values)
    if finding is not None and finding.level is Level.UNKNOWN:
        return
    measures = [one for one in rule.measures(facts, values) if one.value is not None]
    colour = str(finding.level) if finding else str(Colour.GREEN)
    for one in measures:
        limit = _limit(one, colour)
        if limit is not None:
            yield _distance(rule, one, colour, limit, _target(one, colour, measures))


def _limit(one: Measure, colour: str) -> Fraction | int | None:
    """The line to come back over, or the next one to stay away from."""
    if colour == Colour.GREEN:
        return one.yellow if one.yellow is not None else one.red
    limit = one.red if colour == Colour.RED else one.yellow
    return limit if limit is not None and one.is_bad(limit) else None


def _target(one: Measure, colour: str, measures: list[Measure]) -> str:
    """The colour that this change gives; another number may hold the rule at yellow."""
    if colour == Colour.GREEN:
        return str(Colour.YELLOW if one.yellow is not None else Colour.RED)
    if colour == Colour.RED and any(_stays_yellow(other) for other in measures):
        return str(Colour.YELLOW)
    return str(Colour.GREEN)


def _stays_yellow(one: Measure) -> bool:
    """Whether the number is still out of order at yellow once it is no longer red."""
    if one.yellow is None or not one.is_bad(one.yellow):
        return False
    if one.red is None or not one.is_bad(one.red):
        return True
    return one.yellow < one.red if one.side in _HIGH else one.yellow > one.red


def _distance(
    rule: Rule, one: Measure, colour: str, limit: Fraction | int, target: str
) -> Distance:
    exact = abs(Fraction(one.value or 0) - limit)
    gap = (exact + _step(one, colour)) / one.scale
    unit = _("个百分点") if one.unit == _PERCENT else one.unit
    shown = _text(one, Fraction(one.value or 0) / one.scale)
    words = {
        "label": one.label, "value": shown, "unit": one.unit, "gap": _gap(one, gap),
        "gap_unit": unit, "colour": Colour(target).label,
    }  # fmt: skip
    base = abs(Fraction(limit)) / one.scale
    return Distance(
        rule.code, rule.title, one.label, shown, one.unit, colour, target, gap,
        _sentence(one, colour, gap) % words, gap / base if base else Fraction(1),
    )  # fmt: skip


def _is_counted(one: Measure) -> bool:
    return one.scale == 1 and one.places == 0


def _step(one: Measure, colour: str) -> int:
    """One more where standing on the line is not enough."""
    if not _is_counted(one):
        return 0
    leads_worse = colour == Colour.GREEN
    return int((one.side in _LIMIT_IS_GOOD) == leads_worse)


def _sentence(one: Measure, colour: str, gap: Fraction) -> str:
    if not gap:
        return _("%(label)s %(value)s %(unit)s,正好在线上,再变一点就转%(colour)s")
    rising = (one.side in _HIGH) == (colour == Colour.GREEN)
    if colour == Colour.GREEN and not _is_counted(one):
        return _("%(label)s %(value)s %(unit)s,距%(colour)s线 %(gap)s %(gap_unit)s")
    if _is_counted(one) or one.side in _LIMIT_IS_GOOD:
        verb = _("增加") if rising else _("减少")
    else:
        verb = _("增加超过") if rising else _("减少超过")
    told = _("%(label)s %(value)s %(unit)s,{verb} %(gap)s %(gap_unit)s转%(colour)s")
    return told.format(verb=verb)


def _text(one: Measure, value: Fraction) -> str:
    return f"{round_half_up(value, one.places):,}"


def _gap(one: Measure, gap: Fraction) -> str:
    """Rounded once; what rounds to nothing and is something is told so."""
    shown = round_half_up(gap, one.places)
    least = Fraction(1, 10**one.places)
    return f"{shown:,}" if shown or not gap else _("不足 %s") % round_half_up(least, one.places)
