"""What tables refuse, in the few shapes that nearly all constraints have.

The name comes first and the words for people last. What is unknown breaks nothing, as in SQL;
where a condition must not be left open it says so itself (`needs`, `together`, `follows`).
"""

from typing import Any

from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.db.models.enums import Choices
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

# A plain text or a lazy one; the stubs know only their own kind of lazy text.
Words = Any
FIRST_YEAR, LAST_YEAR = 2000, 2099
NOT_LISTED: Words = _("取值不在可选范围内。")


def check(name: str, condition: Q, message: Words) -> CheckConstraint:
    """Any other condition, in words for people."""
    return CheckConstraint(condition=condition, name=name, violation_error_message=message)


def once(name: str, *fields: str, message: Words, where: Q | None = None) -> UniqueConstraint:
    """One row for these fields, among all or among those that fulfil `where`."""
    return UniqueConstraint(
        fields=fields, condition=where, name=name, violation_error_message=message
    )


def one_of(
    name: str,
    field: str,
    choices: type[Choices],
    message: Words = NOT_LISTED,
    *,
    blank: bool = False,
) -> CheckConstraint:
    """A word of its list; nothing at all only where `blank` allows it."""
    words = [*choices.values, *([""] if blank else [])]
    return check(name, Q(**{f"{field}__in": words}), message)


def filled(name: str, field: str, message: Words) -> CheckConstraint:
    """A text is not empty."""
    return check(name, ~Q(**{field: ""}), message)


def within(name: str, field: str, low: Any, high: Any, message: Words) -> CheckConstraint:
    """A number lies between two others (or fields), both included."""
    return check(name, Q((f"{field}__gte", low), (f"{field}__lte", high)), message)


def not_negative(name: str, *fields: str, message: Words) -> CheckConstraint:
    """None of these amounts is below zero."""
    return check(name, Q(*((f"{field}__gte", 0) for field in fields)), message)


def at_most(name: str, part: str, whole: str | Combinable, message: Words) -> CheckConstraint:
    """A part is not more than its whole, which may be a sum of fields."""
    limit = F(whole) if isinstance(whole, str) else whole
    return check(name, Q(**{f"{part}__lte": limit}), message)


def in_order(name: str, earlier: str, later: str, message: Words) -> CheckConstraint:
    """One day is not before another."""
    return check(name, Q(**{f"{later}__gte": F(earlier)}), message)


def after(name: str, earlier: str, later: str, message: Words) -> CheckConstraint:
    """One day is later than another, not the same."""
    return check(name, Q(**{f"{later}__gt": F(earlier)}), message)


def needs(name: str, field: str, other: str, message: Words) -> CheckConstraint:
    """A value stands only where another one stands."""
    return check(name, Q(**{field: None}) | Q(**{f"{other}__isnull": False}), message)


def follows(name: str, earlier: str, later: str, message: Words) -> CheckConstraint:
    """A step has its day only where the step before has one, and no earlier day."""
    known = Q((f"{earlier}__isnull", False), (f"{later}__gte", F(earlier)))
    return check(name, Q(**{later: None}) | known, message)


def together(name: str, day: str, words: str, message: Words) -> CheckConstraint:
    """A day and the words that belong to it stand together or not at all."""
    neither = Q((day, None), (words, ""))
    both = Q(**{f"{day}__isnull": False}) & ~Q(**{words: ""})
    return check(name, neither | both, message)


def a_year(name: str, field: str, message: Words) -> CheckConstraint:
    """A year of our time."""
    return within(name, field, FIRST_YEAR, LAST_YEAR, message)


def a_month(name: str, field: str, message: Words) -> CheckConstraint:
    """A month of our time, as a number such as 202610."""
    return within(name, field, FIRST_YEAR * 100 + 1, LAST_YEAR * 100 + 12, message)


def one_year(name: str, message: Words) -> CheckConstraint:
    """`from_month` to `to_month` lie in order inside one calendar year."""
    # Numbers such as 202610 of one year differ by less than twelve, of two years by more.
    first, last = FIRST_YEAR * 100 + 1, LAST_YEAR * 100 + 12
    months = Q(("from_month__gte", first), ("to_month__lte", last))
    months &= Q(("to_month__gte", F("from_month")), ("to_month__lte", F("from_month") + 11))
    return check(name, months, message)
