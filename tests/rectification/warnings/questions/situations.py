"""Villages of whose October something is worth a question."""

from datetime import date
from typing import Any

from collective_economy.kinds import Direction
from collective_economy.models import Voucher
from rectification.warnings.choices import QuestionKind
from rectification.warnings.models import Question
from tests.rectification.situations import village
from villages.common.periods import Month

COUNTY = "999901"
LI, HE, THIRD = "999901001200", "999901001201", "999901001202"
FAR = "999901101200"
OCTOBER = Month(2026, 10)
TODAY = date(2026, 11, 3)
WORDS = "受市场行情影响,本月租金收入略有波动,总体平稳。"


def circled(code: str = LI, fen: int = 50_000_000) -> None:
    """Money that came in and went back within the month."""
    for number, way, day in (("1", Direction.IN, 5), ("2", Direction.OUT, 12)):
        Voucher.objects.create(
            village=village(code), county_code=COUNTY, direction=way, voucher_no=number,
            dated_on=date(2026, 10, day), amount_fen=fen, party="宏达公司",
        )  # fmt: skip


def question(code: str = LI, **given: Any) -> Question:
    """A question of October about two sentences."""
    place = village(code)
    values: dict[str, Any] = {
        "kind": QuestionKind.COPIED, "month": OCTOBER.number, "key": f"{code}:1",
        "asked_on": TODAY,
        "facts": {"kind": "copied", "where": "月度填报说明", "text": WORDS,
                  "other_text": WORDS.replace("总体", "基本"), "percent": 95, "villages": 2},
    }  # fmt: skip
    made: Question = Question.objects.create(
        village=place, county_code=place.county_code, **{**values, **given}
    )
    return made
