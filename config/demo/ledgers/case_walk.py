"""One case of the demo county on its way: whose it is, and by what its days are drawn."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from config.demo.ledgers.case_cast import Cast
from rectification.models import RectificationCase
from villages.accounts.models import User
from villages.models import Village


@dataclass
class Walk:
    """A village's case. `dice` are its own, so that one more step changes no other village."""

    own: Cast
    village: Village
    dice: Random
    # How many days before the deadline the tasks are due.
    early: int = 60
    case: RectificationCase = field(init=False)

    @property
    def clerk(self) -> User:
        """Who takes the township's steps."""
        return self.own.clerk(self.village)

    def later(self, day: date, least: int, most: int) -> date:
        """A day some days later."""
        return day + timedelta(days=self.dice.randint(least, most))
