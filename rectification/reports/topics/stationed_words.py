"""Sentences about days in the village: posts and villages, never names."""

from collections.abc import Iterator

from rectification.reports.content import Line, Paragraph, Problem
from rectification.reports.told import Known, paragraph
from rectification.reports.words import few
from villages.common.periods import Month

_MOST = 3


def words(month: Month, known: Known) -> Iterator[Paragraph]:
    """How the month went; nothing while nobody told it."""
    if known.some("stationed.people") and known.has("stationed.reached"):
        yield from paragraph("驻村帮扶", _lines(month, known))


def _lines(month: Month, known: Known) -> Iterator[Line]:
    span = _words(month)
    parts = [
        f"{label}{{{code}:share}}"
        for label, code in (
            ("第一书记", "stationed.first.reached"),
            ("工作队员", "stationed.team.reached"),
        )
        if known.has(code)
    ]
    split = f"，其中{'、'.join(parts)}" if len(parts) > 1 else ""
    yield Line(
        "stationed.reached",
        f"{span}在任驻村人员{{stationed.people}}人，月记录登记率{{stationed.told:share}}；"
        f"驻村天数达到规定的占{{stationed.reached:share}}{split}。",
    )
    if known.some("stationed.short"):
        yield Line(
            "stationed.short",
            "驻村天数不足需提醒的{stationed.short}人，其中重点提示{stationed.far_short}人。",
        )


def problems(month: Month, known: Known) -> Iterator[Problem]:
    """Villages where somebody stayed too short, first secretaries with their days."""
    short = _short(known)
    if known.some("stationed.short") and short:
        said = f"{_words(month)}驻村天数不足的{{stationed.short}}人，如{_example(known, short)}。"
        yield Problem(
            "stationed.short", "驻村帮扶方面", Line("stationed.short_named", said), tuple(short),
            tuple(known.asked.place_of[code].name for code in short),
        )  # fmt: skip


def _short(known: Known) -> list[str]:
    base = known.tables["stationed"]
    lights, codes = base.column("light"), base.column("code")
    found = zip(codes, lights, strict=True)
    return sorted({str(code) for code, light in found if light in ("red", "yellow")})


def _example(known: Known, short: list[str]) -> str:
    named = [code for code in short if known.has(f"stationed.days.{code}")]
    named.sort(key=lambda code: (known.items[f"stationed.days.{code}"].number, code))
    if not named:
        return few(known, short)
    told = (f"{few(known, [code])}第一书记{{stationed.days.{code}}}天" for code in named[:_MOST])
    return "、".join(told)


def _words(month: Month) -> str:
    return f"{{={month.month}}}月"
