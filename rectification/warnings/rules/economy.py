"""W22: operating-type income, projected over the year."""

from rectification.warnings.rules.declaring import (
    Category,
    Examples,
    Finding,
    Level,
    Parameters,
    Threshold,
    rule,
)
from rectification.warnings.rules.village import VillageFacts

_FEN_PER_WAN = 1_000_000
_YEAR = 12


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
