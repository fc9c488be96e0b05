"""What a report says about the three colours."""

from collections.abc import Iterator

from rectification.reports.content import Line, Paragraph, plain
from rectification.reports.told import Known, paragraph
from rectification.reports.words import direction

_SPANS = {1: "本月", 3: "本季度", 6: "本半年", 12: "本年"}
_RULE = "warnings.rule."


def paragraphs(known: Known) -> Iterator[Paragraph]:
    """Numbers by colour, moves, rules, objections; nothing while nobody judged the month."""
    if known.has("colour.red"):
        yield from paragraph("三色预警", _lines(known))


def _lines(known: Known) -> Iterator[Line]:
    yield Line("warnings.colours", _colours(known))
    yield from _events(known)
    if known.some("warnings.worse") or known.some("warnings.better"):
        said = "，颜色变差{warnings.worse}个村、好转{warnings.better}个村。"
        yield Line("warnings.moves", f"与{_before(known)}相比{said}")
    yield from _rules(known)
    yield from _objections(known)


def _colours(known: Known) -> str:
    moved = ""
    if known.has("colour.red.share.before"):
        change = direction(known, "colour.red.share.before", "个百分点", "上升", "下降")
        moved = f"，比{_before(known)}{change}"
    others = [("yellow", "黄色"), ("green", "绿色"), ("grey", "未评")]
    rest = "、".join(
        f"{word}{{colour.{key}}}个" for key, word in others if known.some(f"colour.{key}")
    )
    red = "{colour.red}个村为红色，占{colour.red.share:share}" if known.some("colour.red") else (
        "没有红色村")  # fmt: skip
    return f"截至{known.asked.day_words}，{red}{moved}{'；' + rest if rest else ''}。"


def _before(known: Known) -> str:
    """The month that is compared with, in words."""
    month = known.asked.period.previous().last_month
    year = "" if month.year == known.asked.month.year else f"{{={month.year}}}年"
    return f"{year}{{={month.month}}}月"


def _span(known: Known) -> str:
    return _SPANS[len(known.asked.period.months())]


def _events(known: Known) -> Iterator[Line]:
    parts = []
    if known.some("warnings.raised"):
        red = "（其中红色{warnings.raised_red}件）" if known.some("warnings.raised_red") else ""
        parts.append(f"新产生预警{{warnings.raised}}件{red}")
    for key, word in (
        ("worsened", "由黄转红"), ("lowered", "核实降级"), ("false_alarms", "认定误报"),
    ):  # fmt: skip
        if known.some(f"warnings.{key}"):
            parts.append(f"{word}{{warnings.{key}}}件")
    if parts:
        yield Line("warnings.events", f"{_span(known)}{'，'.join(parts)}。")


def _rules(known: Known) -> Iterator[Line]:
    codes = [code for code in known.items if code.startswith(_RULE)]
    if codes:
        named = "、".join(
            f"{plain(known.items[code].label.removeprefix('触发').removesuffix('的村'))}"
            f"{{{code}}}个村"
            for code in codes
        )
        yield Line("warnings.rules", f"触发较多的规则：{named}。")


def _objections(known: Known) -> Iterator[Line]:
    if not known.some("warnings.objections"):
        return
    parts = [
        f"{word}{{warnings.objections.{key}}}件"
        for key, word in (("upheld", "成立"), ("rejected", "维持原判"), ("open", "正在复核"))
        if known.some(f"warnings.objections.{key}")
    ]
    said = f"，其中{'、'.join(parts)}" if parts else ""
    yield Line("warnings.objections", f"办理预警异议{{warnings.objections}}件{said}。")


def front(known: Known) -> Iterator[Line]:
    """Bounds while villages are missing, and what is not told yet."""
    if known.some("colour.missing"):
        yield Line(
            "warnings.bounds",
            "绿色村占{colour.green.low}%—{colour.green.high}%，红色村占{colour.red.low}%—"
            "{colour.red.high}%，取决于{colour.missing}个未评村。",
        )
    if known.some("colour.noticed"):
        yield Line(
            "warnings.noticed",
            "{colour.noticed}个村有预警在公布前预告期内，颜色计入合计，村名和原因暂不列出。",
        )
