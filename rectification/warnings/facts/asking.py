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
    of closing has come: until then nobody owes the month's numbers yet.
    """

    roll: Roll
    month: Month
    over: bool = True

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
    def whole_month(self) -> Month:
        """The last complete month: rules about whole months judge it until the month is closed."""
        return self.month if self.over else self.month.previous()
