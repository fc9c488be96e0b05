"""The county's numbers for the checks, as of a day."""

from datetime import date

from collective_economy.checks.facts import Limits
from collective_economy.parameters import number

_IN_YUAN = {
    "round_fen": "round_yuan",
    "over_line_fen": "over_line_yuan",
    "unbacked_fen": "unbacked_yuan",
}
_PLAIN = (
    "spike_percent", "spike_times", "round_percent", "round_least", "contract_percent",
    "growth_percent", "equal_villages", "running_months", "platform_percent",
)  # fmt: skip


def limits(county: str, on: date) -> Limits:
    """Every limit from the county's parameters."""
    plain = {name: number(name, county=county, on=on) for name in _PLAIN}
    money = {name: number(key, county=county, on=on) * 100 for name, key in _IN_YUAN.items()}
    return Limits(**plain, **money)
