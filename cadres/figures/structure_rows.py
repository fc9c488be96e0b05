"""The shape of the structure table (村两委班子结构)."""

from dataclasses import dataclass, fields
from decimal import Decimal

from villages.common.shares import round_half_up


@dataclass(frozen=True)
class Structure:
    """Counts of the two committees' people on a day; a sum of rows is a row.

    `people` are persons, each once in a county in the first of his villages. `seats` are those
    of both committees in villages where they are laid down (`seats_known`); `vacant` compares
    them body by body with who sits there, only where there is a ledger. A person in both
    bodies (`crossing`, 交叉任职) fills two. The `…_unknown` counts are people about whom the
    ledger says nothing; they are in no band and no denominator. `age_sum` adds full years.
    """

    villages: int = 0
    villages_known: int = 0
    seats: int = 0
    seats_known: int = 0
    people: int = 0
    women: int = 0
    minority: int = 0
    to_35: int = 0
    from_36: int = 0
    from_46: int = 0
    from_56: int = 0
    over_60: int = 0
    age_sum: int = 0
    postgraduate: int = 0
    bachelor: int = 0
    college: int = 0
    high_school: int = 0
    below: int = 0
    members: int = 0
    one_shoulder: int = 0
    crossing: int = 0
    veterans: int = 0
    entrepreneurs: int = 0
    reserve: int = 0
    vacant: int = 0
    secretaries: int = 0
    sex_unknown: int = 0
    ethnicity_unknown: int = 0
    age_unknown: int = 0
    education_unknown: int = 0
    political_unknown: int = 0
    veteran_unknown: int = 0
    entrepreneur_unknown: int = 0

    def __add__(self, other: "Structure") -> "Structure":
        return Structure(
            **{one.name: getattr(self, one.name) + getattr(other, one.name) for one in fields(self)}
        )

    @property
    def average_age(self) -> Decimal | None:
        """Mean of full years with one decimal, of those whose age is known."""
        known = self.people - self.age_unknown
        return round_half_up(Decimal(self.age_sum) / known, 1) if known else None

    @property
    def high_school_up(self) -> int:
        """High school or above."""
        return self.people - self.education_unknown - self.below


@dataclass(frozen=True)
class StructureRow:
    """One township, or the whole where `code` is empty; `without_seats` are villages whose seats
    nobody laid down, `unknown` those without any ledger, by code."""

    code: str
    name: str
    counts: Structure
    without_seats: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
