"""The steps of one person, and what a rule says about them. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from branches.development.editions import Edition
from villages.common.calendar_months import add_months
from villages.common.workdays import Adjusted

BREACH, LATE, MISSING = "breach", "late", "missing"


@dataclass(frozen=True)
class Steps:
    """The dates and numbers of one person; named as the fields of `DevelopmentRecord`."""

    applied_on: date
    age: int | None = None
    talked_on: date | None = None
    activist_on: date | None = None
    contacts: int | None = None
    reviewed_on: date | None = None
    publicity_from: date | None = None
    publicity_to: date | None = None
    candidate_on: date | None = None
    introducers: int | None = None
    training_days: int | None = None
    training_hours: int | None = None
    pre_review_on: date | None = None
    assembly_on: date | None = None
    approved_on: date | None = None
    oath_on: date | None = None
    prolonged_months: int | None = None
    formal_assembly_on: date | None = None
    formal_approved_on: date | None = None
    cancelled_on: date | None = None


@dataclass(frozen=True)
class Hit:
    """A rule that is not kept: its code, the field it shows at, how bad, the numbers that its
    sentence needs, and the text it stands on with its edition.

    `breach`: against the rule. `late`: its time is over. `missing`: a number is not filled in.
    """

    code: str
    field: str
    grade: str
    limit: str
    seen: str
    basis: str


@dataclass(frozen=True)
class Case:
    """One person's steps as judged on a day, with the adjusted working days."""

    steps: Steps
    on: date
    adjusted: Adjusted

    def hit(
        self, edition: Edition, code: str, field: str, limit: object, seen: object = "",
        grade: str = BREACH,
    ) -> Hit:  # fmt: skip
        """A rule that these steps do not keep."""
        return Hit(code, field, grade, str(limit), str(seen), edition.basis(code))

    def by(
        self, edition: Edition, code: str, field: str, start: date | None, months: int
    ) -> Iterator[Hit]:
        """A step due within months of another: done late, or not done and the time is over."""
        if start is None or not months:
            return
        limit, done = add_months(start, months), getattr(self.steps, field)
        if done is not None and done > limit:
            yield self.hit(edition, code, field, limit, done)
        if done is None and self.on > limit and self.steps.cancelled_on is None:
            yield self.hit(edition, code, field, limit, grade=LATE)
