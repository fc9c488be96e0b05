"""What joint bodies state, summed and split by the shares of their members."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from branches.joint.splitting import WHOLE, hundredths, split
from branches.models import JointBody, JointMember
from villages.common.figures import Figure

OUTSIDE = ""  # members that are no village of the territory
UNSPLIT = "-"
Place = tuple[str, str]  # code and name of a township
Villages = Mapping[int, Place]


@dataclass(frozen=True)
class Sums:
    """Households, land in hundredths of a mu, income in fen; None: no body states the number."""

    households: int | None = None
    land: int | None = None
    income_fen: int | None = None


def sum_figures(sums: Sums) -> list[Figure]:
    """Households, land and income as figures; those that nobody stated are left out."""
    found = []
    if sums.households is not None:
        found.append(Figure("joint.households", _("入社农户"), sums.households, _("户")))
    if sums.land is not None:
        mu = Decimal(sums.land) / 100
        found.append(Figure("joint.land", _("流转整合土地"), mu, _("亩")))
    if sums.income_fen is not None:
        found.append(Figure.of_fen("joint.income", _("联合经营收入"), sums.income_fen))
    return found


class Tally:
    """Running sums that stay unknown until a number comes."""

    def __init__(self) -> None:
        self._found: dict[str, int] = {}

    def add(self, numbers: Mapping[str, int]) -> None:
        """Adds numbers by name."""
        for name, number in numbers.items():
            self._found[name] = self._found.get(name, 0) + number

    @property
    def sums(self) -> Sums:
        """What came together."""
        return Sums(**self._found)


def numbers_of(body: JointBody, on: date) -> dict[str, int]:
    """What the body states, as known on the day."""
    if body.stated_on is None or body.stated_on > on:
        return {}
    land = None if body.pooled_mu is None else int(body.pooled_mu * 100)
    stated = {"households": body.households, "land": land, "income_fen": body.income_fen}
    return {name: number for name, number in stated.items() if number is not None}


def parts_of(
    numbers: Mapping[str, int], body: JointBody, rows: Iterable[JointMember], villages: Villages
) -> dict[str, dict[str, int]] | None:
    """The numbers by township; None where the shares of that day are not whole."""
    if not numbers or body.stated_on is None:
        return {}
    shares = shares_on(rows, body.stated_on)
    if shares is None:
        return None
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, number in numbers.items():
        for member, part in split(number, shares).items():
            place = villages.get(member.village_id or 0, (OUTSIDE, ""))
            found[place[0]][name] += part
    return {code: dict(counter) for code, counter in found.items()}


def shares_on(rows: Iterable[JointMember], day: date) -> dict[JointMember, int] | None:
    """Shares of a day in hundredths of a percent by member; None unless they make up 100 %."""
    current = [row for row in rows if holds(row, day)]
    shares = {row: hundredths(row.share_percent) for row in current if row.share_percent}
    return shares if sum(shares.values()) == WHOLE else None


def holds(row: JointMember, day: date) -> bool:
    """Whether the member belongs to its body on a day."""
    return row.joined_on <= day and (row.left_on is None or day < row.left_on)
