"""Checks that read sums. Pure: what is unknown raises no question."""

from collections.abc import Sequence
from fractions import Fraction
from statistics import median

from django.utils.translation import gettext as _

from collective_economy.checks.facts import CheckFacts, Hit, Limits, Restated
from villages.common.money import yuan_text
from villages.common.shares import growth, percent

DECEMBER = 12


def year_end_spike(facts: CheckFacts, limits: Limits) -> Hit | None:
    """3. December brought too large a part of the year, or many times the usual month."""
    if len(facts.months) < DECEMBER or facts.months[-1] is None:
        return None
    last, year = facts.months[-1], facts.total_fen
    earlier = [fen for fen in facts.months[:-1] if fen is not None]
    usual = median(map(Fraction, earlier)) if earlier else None
    large_part = bool(year) and last * 100 > (year or 0) * limits.spike_percent
    leaps = usual is not None and usual > 0 and last > usual * limits.spike_times
    if last <= 0 or not (large_part or leaps):
        return None
    return Hit(
        ((_("12 月收入"), f"{yuan_text(last)} 元"),
         (_("全年收入"), _money(year)),
         (_("其余各月中位数"), _money(int(usual) if usual is not None else None)))
    )  # fmt: skip


def just_over_a_line(facts: CheckFacts, limits: Limits) -> Hit | None:
    """5. Operating-type income a hair above the lower bound of a tier."""
    fen = facts.operating_fen
    for line in facts.tier_bounds:
        if fen is not None and line <= fen <= line + limits.over_line_fen:
            return Hit(((_("经营性收入"), _money(fen)), (_("档次下限"), _money(line))))
    return None


def leap_without_project(facts: CheckFacts, limits: Limits) -> Hit | None:
    """8. More than doubled against last year without a new project."""
    now, before = facts.operating_fen, facts.last_year_fen
    if facts.has_new_project or now is None or not before or before < 0:
        return None
    if (now - before) * 100 <= before * limits.growth_percent:
        return None
    return Hit(
        ((_("经营性收入"), _money(now)), (_("上年同期"), _money(before)),
         (_("增长"), f"{growth(now, before)}%"))
    )  # fmt: skip


def equal_growth(facts: CheckFacts, limits: Limits) -> Hit | None:
    """9. Several villages of a township filed in one go with exactly the same growth."""
    if facts.equal_growth < limits.equal_villages:
        return None
    return Hit(((_("同批填报、增幅相同的村"), f"{facts.equal_growth} 个"),))


def restated(facts: CheckFacts, limits: Limits) -> Hit | None:
    """10. History was changed after it was frozen."""
    return _changes(facts.restated)


def fallen(facts: CheckFacts, limits: Limits) -> Hit | None:
    """16. The sum from January is less than it was in an earlier month."""
    return _changes(facts.fallen)


def idle_running_project(facts: CheckFacts, limits: Limits) -> Hit | None:
    """11. A project has been running for a year, and nothing comes in."""
    running = facts.running_months
    if running is None or running < limits.running_months:
        return None
    if facts.operating_fen is None or facts.operating_fen > 0:
        return None
    return Hit(
        ((_("项目已运行"), f"{running} 个月"), (_("经营性收入"), _money(facts.operating_fen)))
    )


def differs_from_platform(facts: CheckFacts, limits: Limits) -> Hit | None:
    """12. The three-assets platform shows another income."""
    ours, theirs = facts.total_fen, facts.platform_fen
    if ours is None or theirs is None:
        return None
    if abs(ours - theirs) * 100 <= max(ours, theirs) * limits.platform_percent:
        return None
    share = percent(abs(ours - theirs), max(ours, theirs))
    return Hit(
        ((_("填报合计"), _money(ours)), (_("三资平台"), _money(theirs)), (_("相差"), f"{share}%"))
    )


def reward_above_ceiling(facts: CheckFacts, limits: Limits) -> Hit | None:
    """15. More reward than its share of the year's net operating profit allows."""
    if facts.ceiling_fen is None or facts.rewards_fen <= facts.ceiling_fen:
        return None
    return Hit(
        ((_("已登记奖励"), _money(facts.rewards_fen)), (_("上限"), _money(facts.ceiling_fen)))
    )


def _changes(changed: Sequence[Restated]) -> Hit | None:
    if not changed:
        return None
    return Hit(
        tuple(
            (one.month, f"{yuan_text(one.old_fen)} → {yuan_text(one.new_fen)} 元({one.reason})")
            for one in changed
        )
    )


def _money(fen: int | None) -> str:
    return "—" if fen is None else f"{yuan_text(fen)} 元"
