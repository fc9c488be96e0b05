"""What a printed order says. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ItemLine:
    """One matter: whose, where, what, on which data, settled by what."""

    unit: str
    village: str
    text: str
    data: str
    goal: str


@dataclass(frozen=True)
class OrderPaper:
    """One order for one unit, or for all of them together; what is not known is empty."""

    house: str
    kind: str
    number: str
    urgency: str
    issued_on: str
    units: str
    person: str
    subject: str
    basis: str
    problem: str
    requirement: str
    due: str
    feedback: str
    instruction: str
    author: str
    checked_by: str
    issued_by: str
    items: tuple[ItemLine, ...]
    receivers: tuple[str, ...]
