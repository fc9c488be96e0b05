"""What other rules would have made of stored months: colours, villages, cases, objections."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from rectification.models import RectificationCase
from rectification.states import LISTED
from rectification.warnings.choices import Colour, DisputeStatus
from rectification.warnings.figures.receipts import receipts, rule_sets
from rectification.warnings.models import Dispute
from rectification.warnings.rules_in_force import Rules
from rectification.warnings.trying import Tried, try_rules
from villages.common import garbage
from villages.common.periods import Month
from villages.common.scope import Scope

Counts = Mapping[str, int]


@dataclass(frozen=True)
class MonthCounts:
    """Villages by colour in a month, as they were and as tried, and how many changed."""

    month: Month
    before: Counts
    after: Counts
    changed: int


@dataclass(frozen=True)
class Changed:
    """A village that has another colour in some month tried; `before` and `after` are those of
    the newest such month, `rules` what is told otherwise there."""

    code: str
    name: str
    township: str
    month: Month
    before: str
    after: str
    rules: tuple[str, ...]
    months: int

    @property
    def is_worse(self) -> bool:
        """Whether the tried rules see more than was seen."""
        order = [Colour.GREEN, Colour.GREY, Colour.YELLOW, Colour.RED]
        return order.index(Colour(self.after)) > order.index(Colour(self.before))


@dataclass(frozen=True)
class CaseSeen:
    """A village on the list: when it was red first, up to the month of its confirmation."""

    uid: str
    number: str
    village: str
    code: str
    confirmed: Month
    before: Month | None
    after: Month | None

    @property
    def earlier(self) -> int:
        """Months that the tried rules are red earlier; negative for later. One that was not red
        before is counted from its confirmation."""
        before = self.before or (self.confirmed if self.after else None)
        after = self.after or (self.confirmed if self.before else None)
        return _months(after, before) if before and after else 0

    @property
    def is_changed(self) -> bool:
        """Whether the tried rules see it at another time, or at all."""
        return self.before != self.after


@dataclass(frozen=True)
class RuleDisputes:
    """Objections to one rule, and those whose finding the tried rules no longer have."""

    rule: str
    upheld: int
    rejected: int
    open: int
    upheld_gone: int
    rejected_gone: int


@dataclass(frozen=True)
class Trial:
    """What a trial came to."""

    receipts: int
    months: tuple[MonthCounts, ...]
    changed: tuple[Changed, ...]
    cases: tuple[CaseSeen, ...]
    disputes: tuple[RuleDisputes, ...]

    @cached_property
    def changed_cases(self) -> tuple[CaseSeen, ...]:
        """Cases that would have been seen at another time, the earliest gained first."""
        found = [one for one in self.cases if one.is_changed]
        return tuple(sorted(found, key=lambda one: (-one.earlier, one.code)))

    @property
    def village_months(self) -> int:
        """In how many months of villages the colour is another one."""
        return sum(one.changed for one in self.months)


@garbage.kept()
def trial(scope: Scope, county: str, tried: Rules, first: Month, last: Month) -> Trial:
    """Tries rules on the receipts between two months. A fixed number of queries, and one for
    each rule set that was then in force."""
    stored = list(receipts(scope, county, first, last))
    rules = rule_sets({one.rule_set for one in stored})
    found = list(try_rules(stored, tried, rules))
    return Trial(
        len(found), _counts(found), _changed(found), _cases(scope, county, first, last, found),
        _disputes(scope, county, first, last, found),
    )  # fmt: skip


def _counts(found: Iterable[Tried]) -> tuple[MonthCounts, ...]:
    before: defaultdict[int, Counter[str]] = defaultdict(Counter)
    after: defaultdict[int, Counter[str]] = defaultdict(Counter)
    changed: Counter[int] = Counter()
    for one in found:
        month = one.receipt.month
        before[month][one.receipt.colour] += 1
        after[month][one.outcome.colour] += 1
        changed[month] += one.is_changed
    return tuple(
        MonthCounts(Month.from_number(month), _all(before[month]), _all(after[month]),
                    changed[month])
        for month in sorted(before)
    )  # fmt: skip


def _all(counted: Counter[str]) -> Counts:
    return {colour: counted[colour] for colour in Colour.values}


def _changed(found: Iterable[Tried]) -> tuple[Changed, ...]:
    by_village: defaultdict[str, list[Tried]] = defaultdict(list)
    for one in found:
        if one.is_changed:
            by_village[one.receipt.code].append(one)
    return tuple(_village(rows) for _code, rows in sorted(by_village.items()))


def _village(rows: list[Tried]) -> Changed:
    newest = rows[-1]
    told = newest.receipt
    return Changed(
        told.code, told.name, told.township, Month.from_number(told.month), told.colour,
        newest.outcome.colour, newest.rules, len(rows),
    )  # fmt: skip


def _cases(
    scope: Scope, county: str, first: Month, last: Month, found: Iterable[Tried]
) -> tuple[CaseSeen, ...]:
    red = _red_months(found)
    rows = RectificationCase.objects.in_scope(scope).in_county(county).select_related("village")
    rows = rows.filter(status__in=LISTED, confirmed_on__range=(first.start, last.end))
    return tuple(_case(one, *red.get(one.village_id, ([], [])))
                 for one in rows.order_by("village__code", "round"))  # fmt: skip


def _red_months(found: Iterable[Tried]) -> dict[int, tuple[list[int], list[int]]]:
    red: dict[int, tuple[list[int], list[int]]] = {}
    for one in found:
        before, after = red.setdefault(one.receipt.village, ([], []))
        if one.receipt.colour == Colour.RED:
            before.append(one.receipt.month)
        if one.outcome.colour == Colour.RED:
            after.append(one.receipt.month)
    return red


def _case(one: RectificationCase, before: list[int], after: list[int]) -> CaseSeen:
    assert one.confirmed_on is not None  # noqa: S101 - selected by it
    confirmed = Month.of(one.confirmed_on)
    return CaseSeen(
        one.uid, one.number_shown, one.village.name, one.village.code, confirmed,
        _first(before, confirmed), _first(after, confirmed),
    )  # fmt: skip


def _first(months: list[int], last: Month) -> Month | None:
    number = next((one for one in months if one <= last.number), None)
    return None if number is None else Month.from_number(number)


def _months(first: Month, last: Month) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _disputes(
    scope: Scope, county: str, first: Month, last: Month, found: Iterable[Tried]
) -> tuple[RuleDisputes, ...]:
    rows = Dispute.objects.in_scope(scope).in_county(county)
    rows = rows.filter(month__gte=first.number, month__lte=last.number)
    raised = list(rows.values_list("village_id", "month", "rule", "status"))
    if not raised:
        return ()
    wanted = {(village, month) for village, month, _rule, _status in raised}
    still = {
        (*key, reason["rule"])
        for one in found
        if (key := (one.receipt.village, one.receipt.month)) in wanted
        for reason in one.outcome.reasons
        if reason["level"] in (Colour.RED, Colour.YELLOW)
    }
    return tuple(_of_rule(rule, raised, still) for rule in sorted({one[2] for one in raised}))


def _of_rule(
    rule: str, raised: list[tuple[int, int, str, str]], still: set[tuple[int, int, str]]
) -> RuleDisputes:
    mine = [one for one in raised if one[2] == rule]
    counted = Counter(one[3] for one in mine)
    gone = Counter(status for village, month, _rule, status in mine
                   if (village, month, rule) not in still)  # fmt: skip
    upheld, rejected = DisputeStatus.UPHELD, DisputeStatus.REJECTED
    return RuleDisputes(
        rule, counted[upheld], counted[rejected], counted[DisputeStatus.OPEN], gone[upheld],
        gone[rejected],
    )  # fmt: skip
