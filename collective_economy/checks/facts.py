"""What the checks know of one village, and the numbers they judge by. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from collective_economy.kinds import Direction


@dataclass(frozen=True)
class Payment:
    """A voucher as the checks read it."""

    direction: Direction
    dated_on: date
    voucher_no: str
    category: str
    fen: int
    party: str
    party_kind: str = ""
    account: str = ""
    purpose: str = ""
    bank_serial: str = ""
    decision_no: str = ""
    contract_no: str = ""
    has_attachment: bool = False

    @property
    def is_income(self) -> bool:
        """Whether it came in."""
        return self.direction is Direction.IN

    @property
    def words(self) -> str:
        """Account and purpose together."""
        return f"{self.account} {self.purpose}"


@dataclass(frozen=True)
class Restated:
    """A statement that was changed after its month was frozen."""

    month: str
    old_fen: int
    new_fen: int
    reason: str


@dataclass(frozen=True)
class CheckFacts:
    """One village from January to a month; what nobody stated is None or empty.

    `months` are total incomes of January to the month where they are known. `doubled` are
    payments that stand a second time, here or in another village. `equal_growth` is how many
    villages of the township filed the same growth in one go, itself included. `fallen` are sums
    from January below that of an earlier month, which stands as the old amount.
    """

    village: int
    month: int
    operating_fen: int | None = None
    total_fen: int | None = None
    last_year_fen: int | None = None
    months: Sequence[int | None] = ()
    payments: Sequence[Payment] = ()
    doubled: Sequence[Payment] = ()
    contracts_fen: int | None = None
    has_new_project: bool = False
    equal_growth: int = 0
    restated: Sequence[Restated] = ()
    fallen: Sequence[Restated] = ()
    running_months: int | None = None
    platform_fen: int | None = None
    tier_bounds: Sequence[int] = ()
    rewards_fen: int = 0
    ceiling_fen: int | None = None

    @property
    def receipts(self) -> list[Payment]:
        """Payments that came in."""
        return [one for one in self.payments if one.is_income]


@dataclass(frozen=True)
class Limits:
    """The county's numbers for the checks; shares in percent, amounts in fen."""

    spike_percent: int = 40
    spike_times: int = 3
    round_percent: int = 80
    round_fen: int = 1_000_000
    round_least: int = 5
    over_line_fen: int = 200_000
    contract_percent: int = 70
    unbacked_fen: int = 1_000_000
    growth_percent: int = 100
    equal_villages: int = 3
    running_months: int = 12
    platform_percent: int = 5


@dataclass(frozen=True)
class Hit:
    """A check that has a question, with the numbers behind it: (what, how much)."""

    numbers: tuple[tuple[str, str], ...] = field(default_factory=tuple)
