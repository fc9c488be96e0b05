"""What the areas are asked: which villages, which month, as of which day."""

from dataclasses import dataclass
from datetime import date

from villages.affairs.figures.roll import Roll
from villages.common.periods import Month
from villages.common.scope import Scope


@dataclass(frozen=True)
class Asked:
    """The villages of a county as of a day, and the month that is judged.

    The day is the month's last one, or today while the month is running. `over` says that the day
    of closing has come: until then nobody owes the month's numbers yet. `closed_on` is the day of
    closing of the last complete month, or today before it: by then its numbers had to be there.
    """

    roll: Roll
    month: Month
    over: bool = True
    closed_on: date | None = None

    @property
    def scope(self) -> Scope:
        """The territory."""
        return self.roll.scope

    @property
    def county(self) -> str:
        """The county's code."""
        return self.roll.county

    @property
    def on(self) -> date:
        """The day as of which everything is known."""
        return self.roll.on

    @property
    def told_by(self) -> date:
        """The day by which one looks whether the last complete month was handed in."""
        return self.closed_on or self.on

    @property
    def whole_month(self) -> Month:
        """The last complete month: rules about whole months judge it until the month is closed."""
        return self.month if self.over else self.month.previous()
