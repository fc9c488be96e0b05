"""Income in three villages, so that each place has a statement, a question and an answer."""

from collections.abc import Mapping
from datetime import date

from collective_economy.choices import Category
from collective_economy.models import CheckAnswer, IncomeEntry
from villages.models import Village

MONTH, EXACTLY_FIVE_WAN, CODE = 202610, 5_000_000, "C05"


def economy_keys(places: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Uids of statements and answers by place; `places` holds village codes."""
    villages = {place: Village.objects.get(code=code) for place, code in places.items()}
    return {
        "income": {place: _income(one) for place, one in villages.items()},
        "check_answer": {place: _answer(one) for place, one in villages.items()},
    }


def _income(village: Village) -> str:
    entry = IncomeEntry.objects.create(
        village=village, county_code=village.county_code, category=Category.OPERATING,
        from_month=MONTH // 100 * 100 + 1, to_month=MONTH, amount_fen=EXACTLY_FIVE_WAN,
        recorded_on=date(2026, 10, 25),
    )  # fmt: skip
    return entry.uid


def _answer(village: Village) -> str:
    answer = CheckAnswer.objects.create(
        village=village, county_code=village.county_code, month=MONTH, code=CODE,
        answer="合同租金", answered_on=date(2026, 10, 28),
    )  # fmt: skip
    return answer.uid
