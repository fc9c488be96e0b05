"""W22-W24: operating-type income, how it moves, and debt beside it."""

from fractions import Fraction

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

_FEN_PER_WAN = 1_000_000
_YEAR = 12
_WHOLE = 100


def _projected(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    if facts.months < values["first_month"]:
        return ()
    fen = facts.operating_fen
    value = None if fen is None else Fraction(fen * _YEAR, facts.months)
    yellow, red = (values[key] * _FEN_PER_WAN for key in ("yellow_wan", "red_wan"))
    return (Measure("经营性收入全年折算", "万元", value, Bad.BELOW, yellow, red, _FEN_PER_WAN, 2),)


@rule(
    "W22",
    "经营性收入偏低",
    Category.ECONOMY,
    basis="消除年经营性收入 5 万元以下的薄弱村,逐步达到 10 万元。",
    thresholds={
        "red_wan": Threshold(5, "全年折算低于此数为红色", "万元"),
        "yellow_wan": Threshold(10, "全年折算低于此数为黄色", "万元"),
        "first_month": Threshold(7, "从几月起判定", "月"),
    },
    examples=Examples(
        red=VillageFacts(10, operating_fen=4_166_666),
        yellow=VillageFacts(10, operating_fen=8_333_333),
        green=VillageFacts(10, operating_fen=8_333_334),
        unknown=VillageFacts(10),
    ),
    source="collective_economy.IncomeEntry.amount_fen",
    measuring=_projected,
)
def income_low(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Year-to-date income times twelve over the months it covers, compared exactly. Not due in
    the first half of the year, when one rent may stand for all of it."""
    if facts.months < values["first_month"]:
        return None
    if facts.operating_fen is None:
        return Finding(Level.UNKNOWN, {"why": "not_filed"})
    for level, key in ((Level.RED, "red_wan"), (Level.YELLOW, "yellow_wan")):
        if facts.operating_fen * _YEAR < values[key] * _FEN_PER_WAN * facts.months:
            evidence = {"fen": facts.operating_fen, "months": facts.months, "limit": values[key]}
            return Finding(level, evidence)
    return None


def _growth(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    now, before = facts.operating_fen, facts.operating_before_fen
    drop = None
    if now is not None and before is not None:
        drop = Fraction((before - now) * _WHOLE, before) if before > 0 else 0
    return (
        Measure("经营性收入同比下降(达到为黄)", "%", drop, Bad.REACHED, values["yellow_percent"],
                places=2),
        Measure("经营性收入同比下降(超过为红)", "%", drop, Bad.ABOVE, red=values["red_percent"],
                places=2),
        Measure("连续没有收入记录的季度", "个季度", facts.income_quarters, Bad.REACHED,
                red=values["red_quarters"]),
    )  # fmt: skip


@rule(
    "W23",
    "经营性收入下滑",
    Category.ECONOMY,
    basis="经营性收入与上年同期相比下滑的,提前提示;连续两个季度没有收入记录的,按重点核查。",
    thresholds={
        "yellow_percent": Threshold(10, "同比下降达到此比例为黄色", "%"),
        "red_percent": Threshold(30, "同比下降超过此比例为红色", "%"),
        "red_quarters": Threshold(2, "连续没有收入记录达到此季度数为红色", "个季度"),
    },
    examples=Examples(
        red=VillageFacts(
            10, operating_fen=6_999_999, operating_before_fen=10_000_000, income_quarters=0
        ),
        yellow=VillageFacts(
            10, operating_fen=9_000_000, operating_before_fen=10_000_000, income_quarters=0
        ),
        green=VillageFacts(
            10, operating_fen=9_000_001, operating_before_fen=10_000_000, income_quarters=0
        ),
        unknown=VillageFacts(10),
    ),
    source="collective_economy.IncomeEntry.amount_fen",
    measuring=_growth,
)
def income_falls(facts: VillageFacts, values: Parameters) -> Finding | None:
    """The same months of two years, compared exactly. Where there was no income there is nothing
    to lose; a village that never stated any is unknown, one that fell silent is not."""
    silent = facts.income_quarters
    if silent is not None and silent >= values["red_quarters"]:
        return Finding(
            Level.RED, {"why": "silent", "quarters": silent, "limit": values["red_quarters"]}
        )
    now, before = facts.operating_fen, facts.operating_before_fen
    if now is None or before is None:
        return Finding(Level.UNKNOWN, {"why": "not_filed" if now is None else "no_base"})
    drop = (before - now) * _WHOLE
    told: Evidence = {"why": "falls", "fen": now, "before": before, "months": facts.months}
    if before > 0 and drop > values["red_percent"] * before:
        return Finding(Level.RED, {**told, "limit": values["red_percent"]})
    if before > 0 and drop > 0 and drop >= values["yellow_percent"] * before:
        return Finding(Level.YELLOW, {**told, "limit": values["yellow_percent"]})
    return None


def _debts(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    debt, year = facts.debt_fen, facts.operating_year_fen
    known = debt is not None
    more = (debt or 0) - facts.debt_before_fen if known else None
    weight = Measure("村级债务", "万元", debt, Bad.ABOVE, scale=_FEN_PER_WAN, places=2)
    if year is not None:
        yellow, red = (max(0, year) * values[key] for key in ("yellow_times", "red_times"))
        weight = Measure("村级债务", "万元", debt, Bad.ABOVE, yellow, red, _FEN_PER_WAN, 2)
    return (
        weight,
        Measure("比上年末增加", "万元", more, Bad.ABOVE, values["yellow_rise_wan"] * _FEN_PER_WAN,
                scale=_FEN_PER_WAN, places=2),
        Measure("逾期债务", "万元", facts.debt_overdue_fen if known else None, Bad.ABOVE,
                red=values["red_overdue_wan"] * _FEN_PER_WAN, scale=_FEN_PER_WAN, places=2),
    )  # fmt: skip


@rule(
    "W24",
    "村级债务偏重",
    Category.ECONOMY,
    basis="村级债务沉重、超过经营性收入 3 倍的,列入软弱涣散排查情形。",
    thresholds={
        "yellow_times": Threshold(1, "债务超过上年经营性收入的此倍数为黄色", "倍"),
        "red_times": Threshold(3, "债务超过上年经营性收入的此倍数为红色", "倍"),
        "yellow_rise_wan": Threshold(0, "债务比上年末增加超过此数为黄色", "万元"),
        "red_overdue_wan": Threshold(0, "逾期债务超过此数为红色", "万元"),
    },
    examples=Examples(
        red=VillageFacts(
            10, debt_fen=30_000_001, debt_before_fen=30_000_001, operating_year_fen=10_000_000
        ),
        yellow=VillageFacts(
            10, debt_fen=30_000_000, debt_before_fen=30_000_000, operating_year_fen=10_000_000
        ),
        green=VillageFacts(
            10, debt_fen=10_000_000, debt_before_fen=10_000_000, operating_year_fen=10_000_000
        ),
        unknown=VillageFacts(10),
    ),
    source="collective_economy.Debt.principal_fen",
    ledgers=("debts", "debt-repayments"),
    measuring=_debts,
)
def debt_heavy(facts: VillageFacts, values: Parameters) -> Finding | None:
    """What is overdue or grew needs no income to be weighed against; the rest is weighed against
    the whole last year's."""
    debt, year = facts.debt_fen, facts.operating_year_fen
    if debt is None:
        return Finding(Level.UNKNOWN, {"why": "no_ledger"})
    told = {"fen": debt}
    if facts.debt_overdue_fen > values["red_overdue_wan"] * _FEN_PER_WAN:
        return Finding(Level.RED, {"why": "overdue", **told, "overdue": facts.debt_overdue_fen})
    for level, key in ((Level.RED, "red_times"), (Level.YELLOW, "yellow_times")):
        if year is not None and debt > max(0, year) * values[key]:
            return Finding(level, {"why": "heavy", **told, "income": year, "limit": values[key]})
    if debt - facts.debt_before_fen > values["yellow_rise_wan"] * _FEN_PER_WAN:
        more = {"before": facts.debt_before_fen, "limit": values["yellow_rise_wan"]}
        return Finding(Level.YELLOW, {"why": "rises", **told, **more})
    return Finding(Level.UNKNOWN, {"why": "no_income"}) if debt and year is None else None


RULES = (income_low, income_falls, debt_heavy)
