"""The greatest rise of income among villages whose books of the period are closed."""

from collections.abc import Container, Iterator

from rectification.reports.content import Fold, Formula, Item, Line, Where, plain, yuan_total
from rectification.reports.told import Known
from rectification.reports.topics.case_trouble import Row, rows_of

NOW, THEN = "operating_type_fen", "operating_type_last_year_fen"


def greatest_rise(known: Known, others: Container[str]) -> str:
    """The village whose operating-type income rose most on the same months of last year, by code;
    "" while the period is open, where nobody is comparable or nobody rose. Villages behind their
    plan are not praised."""
    table = known.tables["villages"]
    if known.asked.is_open or not {NOW, THEN} <= set(table.keys):
        return ""
    rising = [
        one for one in rows_of(table)
        if _rise(one) > 0 and one["code"] not in others and not one.get("behind_plan")
    ]  # fmt: skip
    rising.sort(key=lambda one: (-_rise(one), str(one["code"])))
    return str(rising[0]["code"]) if rising else ""


def _rise(one: Row) -> int:
    now, then = one[NOW], one[THEN]
    return 0 if now is None or then is None else int(now) - int(then)


def rise_items(known: Known, village: str) -> Iterator[Item]:
    """Its income, and how much more that is; nothing without a village."""
    if not village:
        return
    where, name = Where("code", "eq", village), known.asked.place_of[village].name
    folds = tuple(Fold("villages", "sum", column, (where,)) for column in (NOW, THEN))
    more = Formula("difference", folds, digits=2, scale=100, empty=None)
    for code, label, formula in (
        ("income", "经营性收入", yuan_total("villages", NOW, where)),
        ("rise", "经营性收入比上年同期增加", more),
    ):
        yield Item.folded(
            f"practices.{village}.{code}", f"{name}{label}", "元", formula, known.tables
        )


def rise_line(known: Known, village: str) -> Iterator[Line]:
    """Place, and both numbers."""
    code = f"practices.{village}"
    if village and known.has(f"{code}.income", f"{code}.rise"):
        said = f"经营性收入{{{code}.income:wan}}万元，比上年同期增加{{{code}.rise:wan}}万元。"
        yield Line(code, f"{plain(known.asked.names([village]))}{said}")
