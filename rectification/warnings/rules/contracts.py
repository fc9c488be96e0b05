"""W26: contracts near their end, and rent that does not come."""

from rectification.warnings.rules.declaring import (
    Category,
    Evidence,
    Examples,
    Finding,
    Level,
    Parameters,
    Threshold,
    rule,
)
from rectification.warnings.rules.measures import Bad, Measure
from rectification.warnings.rules.village import VillageFacts


def _measures(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    known = facts.contracts is not None
    arrears, used = (facts.arrears_days, facts.contracts_used_on) if known else (None, None)
    return (
        Measure("距合同到期", "天", facts.contract_days_left, Bad.UP_TO, values["yellow_days"]),
        Measure("到期后继续使用的合同", "份", used, Bad.REACHED, red=values["red_used_on"]),
        Measure("租金拖欠", "天", arrears, Bad.ABOVE, values["yellow_arrears"],
                values["red_arrears"]),
    )  # fmt: skip


@rule(
    "W26",
    "合同到期或欠租",
    Category.ECONOMY,
    basis="集体资产资源合同到期前应及时续签或收回,到期不得继续使用;租金应按期收取。",
    thresholds={
        "yellow_days": Threshold(60, "距到期不超过此天数且没有续签为黄色", "天"),
        "yellow_arrears": Threshold(30, "租金拖欠超过此天数为黄色", "天"),
        "red_arrears": Threshold(180, "租金拖欠超过此天数为红色", "天"),
        "red_used_on": Threshold(1, "到期未续签仍在使用的合同达到此数为红色", "份"),
    },
    examples=Examples(
        red=VillageFacts(10, contracts=2, arrears_days=181),
        yellow=VillageFacts(10, contracts=2, contract_days_left=60),
        green=VillageFacts(10, contracts=2, contract_days_left=61, arrears_days=30),
        unknown=VillageFacts(10),
    ),
    source="collective_economy.Contract.ends_on",
    ledgers=("contracts", "contract-payments", "resource-plots"),
    measuring=_measures,
)
def contract_out_of_order(facts: VillageFacts, values: Parameters) -> Finding | None:
    """A county that keeps contracts knows who has none: nothing is due there."""
    if facts.contracts is None:
        return Finding(Level.UNKNOWN, {"why": "no_ledger"})
    used, arrears, left = facts.contracts_used_on, facts.arrears_days, facts.contract_days_left
    if used and used >= values["red_used_on"]:
        return Finding(Level.RED, {"why": "used_on", "count": used, "limit": values["red_used_on"]})
    for level, key in ((Level.RED, "red_arrears"), (Level.YELLOW, "yellow_arrears")):
        if arrears > values[key]:
            return Finding(level, {"why": "arrears", "days": arrears, "limit": values[key]})
    if left is not None and left <= values["yellow_days"]:
        evidence: Evidence = {"why": "expires", "days": left, "limit": values["yellow_days"]}
        return Finding(Level.YELLOW, evidence)
    return None


RULES = (contract_out_of_order,)
