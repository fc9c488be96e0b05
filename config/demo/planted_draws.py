"""What happens in the drawn villages of the demo county, month by month, as a reader sees it.

A red event stays red until somebody lowers it, and then is watched as yellow for a month; a
yellow one that is found in two months running turns its village red (C2) unless the county's
rules say that it never does.
"""

from dataclasses import dataclass, field

from villages.common.periods import Month, parse_month

RED, YELLOW, NONE = "red", "yellow", ""
LASTING = "C2"


@dataclass(frozen=True)
class Span:
    """A rule that is told of a village in these months, the first and last included."""

    rule: str
    colour: str
    first: str
    last: str = ""

    @property
    def months(self) -> tuple[Month, ...]:
        """Its months."""
        return parse_month(self.first).until(parse_month(self.last or self.first))


@dataclass(frozen=True)
class Drawn:
    """Villages of one draw; `first` and `last` cut the draw where its places differ."""

    name: str
    why: str
    spans: tuple[Span, ...]
    first: int = 0
    last: int | None = field(default=None)


def red(rule: str, first: str, last: str = "") -> Span:
    """Months of a red rule."""
    return Span(rule, RED, first, last)


def yellow(rule: str, first: str, last: str = "") -> Span:
    """Months of a yellow rule."""
    return Span(rule, YELLOW, first, last)


def lasts(first: str, last: str = "") -> Span:
    """Months in which yellow that lasts makes the village red."""
    return Span(LASTING, RED, first, last)


def _told(rule: str, month: str) -> tuple[Span, ...]:
    """Something no rule is about."""
    return (Span(rule, NONE, month),)


_NOW = "2026-10"
_WEAK = (
    red("W22", "2024-11", "2025-01"), yellow("W22", "2025-02"),
    red("W22", "2025-07", "2026-01"), yellow("W22", "2026-02"), red("W22", "2026-07", _NOW),
)  # fmt: skip
_LOW = (
    yellow("W22", "2024-11", "2024-12"), lasts("2024-12"), red("W22", "2025-01"),
    yellow("W22", "2025-02"), yellow("W22", "2025-07", "2025-08"), lasts("2025-08"),
    red("W22", "2025-09", "2026-01"), yellow("W22", "2026-02"), yellow("W22", "2026-07", _NOW),
)  # fmt: skip
_VACANT = (
    yellow("W01", "2026-07", "2026-08"), yellow("W02", "2026-08", "2026-09"),
    lasts("2026-08", "2026-09"), red("W01", "2026-09", _NOW), red("W02", _NOW),
)  # fmt: skip
_QUIET = (
    yellow("W05", "2026-08"), yellow("W06", "2026-08"), red("W05", "2026-09", _NOW),
    red("W06", "2026-09", _NOW), yellow("W07", "2026-09", _NOW), yellow("W04", _NOW), lasts(_NOW),
)  # fmt: skip
_UNDISCLOSED = (
    yellow("W16", "2026-07", "2026-08"),
    lasts("2026-08"),
    red("W16", "2026-09", _NOW),
)
_BEHIND = (yellow("W25", "2026-06", "2026-07"), lasts("2026-07"), red("W25", "2026-08", _NOW))
_OWED = (yellow("W26", "2026-02", "2026-03"), lasts("2026-03"))
_STALLED = (yellow("W10", "2025-10", "2025-11"), lasts("2025-11"), red("W10", "2025-12", _NOW))

DRAWN = (
    Drawn("secretary vacant", "书记兼主任 6 月 15 日离任后一直空缺", _VACANT),
    Drawn("meetings quiet", "8 月起没有开展组织生活", _QUIET),
    Drawn("recruits", "两年没有发展党员", _STALLED),
    Drawn("shell", "正式党员只有 2 名", (red("W11", "2026-06", _NOW),)),
    Drawn("reserve short", "6 月走了一名,后备干部只有 1 名", (yellow("W12", "2026-06", _NOW),)),
    Drawn("dispositions", "书记受处理,影响期一年",
          (red("W14", "2025-04", "2026-05"), yellow("W14", "2026-06"))),
    Drawn("disclosure", "二、三季度村务财务没有公开", _UNDISCLOSED),
    Drawn("matters", "18 万元的事项没有决议就实施", (red("W18", "2026-08", _NOW),), 0, 3),
    Drawn("matters", "3.6 万元的事项没有决议就实施", (yellow("W18", _NOW),), 3),
    Drawn("petitions", "8 月起每月发生集体访", (red("W19", "2026-08", _NOW),), 0, 3),
    Drawn("petitions", "8 月发生集体访,已化解",
          (red("W19", "2026-08", "2026-09"), yellow("W19", _NOW)), 3),
    Drawn("surveys", "群众满意度低于 60%", (red("W21", "2026-05", _NOW),), 0, 2),
    Drawn("surveys", "群众满意度低于 60%,9 月重新测评",
          (red("W21", "2026-05", "2026-09"), yellow("W21", _NOW)), 2),
    Drawn("income weak", "全年经营性收入不到 5 万元", _WEAK),
    Drawn("income low", "全年经营性收入不到 10 万元", _LOW),
    Drawn("debts late", "贷款 6 月到期没有偿还", (red("W24", "2026-06", _NOW),), 0, 2),
    Drawn("debts late", "贷款 6 月到期,8 月才还清",
          (red("W24", "2026-06", "2026-08"), yellow("W24", "2026-09")), 2),
    Drawn("contract ends", "厂房租约 12 月 20 日到期", (yellow("W26", _NOW),)),
    Drawn("arrears", "承租人没有付 2026 年租金", (*_OWED, red("W26", "2026-04", _NOW)), 0, 2),
    Drawn("arrears", "承租人 5 月才付 2026 年租金",
          (*_OWED, red("W26", "2026-04", "2026-05"), yellow("W26", "2026-06")), 2),
    Drawn("supported", "扶持项目落后计划", _BEHIND, 0, 2),
    Drawn("supported", "扶持项目建成后闲置", (red("W25", "2026-05", "2026-09"),), 23),
    Drawn("supported", "扶持项目闲置,经批准按黄色管理", (yellow("W25", _NOW),), 23),
    Drawn("sites", "没有活动场所", _told("site-missing", "2026-03"), 0, 3),
    Drawn("sites", "活动场所是危房", _told("site-dangerous", "2026-03"), 3, 5),
    Drawn("sites", "活动场所正在建设", _told("site-building", "2026-03"), 5, 6),
    Drawn("recruit hurried", "培养教育不满一年就接收", _told("recruit-hurried", _NOW)),
    Drawn("seals", "先盖章后补审批", _told("seal-unapproved", _NOW)),
    Drawn("powers", "小微权力办理结果没有按清单公示", _told("power-exception", _NOW)),
    Drawn("spending", "零工支出缺少用工明细", _told("spending-exception", _NOW)),
)  # fmt: skip
