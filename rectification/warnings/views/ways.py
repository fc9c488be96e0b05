"""Ways on from a page of colours, where those pages are installed and open to the person."""

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from rectification.warnings.perms import (
    may_draft_papers,
    may_see_questions,
    may_see_relapse,
    may_see_rules,
    may_see_warnings,
    may_try_rules,
)
from villages.common.periods import Month

# Label, address, whether it takes the month, who may go there.
_WAYS: tuple[tuple[Any, str, bool, Callable[[Any], bool]], ...] = (
    (_("乡镇颜色"), "warnings:townships_month", True, may_see_warnings),
    (_("颜色变化"), "warnings:moves", True, may_see_warnings),
    (_("缺数据的村"), "warnings:gaps", True, may_see_warnings),
    (_("预警事件"), "warnings:events", False, may_see_warnings),
    (_("待起草文书"), "warnings:papers", False, may_draft_papers),
    (_("预警规则"), "warnings:rules", False, may_see_rules),
    (_("规则试算"), "warnings:simulation", False, may_try_rules),
    (_("反弹提示"), "warnings:relapse", False, may_see_relapse),
    (_("提问"), "warnings:questions", False, may_see_questions),
)


def ways(user: Any, month: Month) -> Iterator[tuple[Any, str]]:
    """Label and address."""
    for label, name, monthly, allowed in _WAYS:
        if allowed(user) and (url := address(name, *([month.code] if monthly else []))):
            yield label, url


def address(name: str, *given: Any) -> str:
    """An address, "" where that part is not installed."""
    try:
        return reverse(name, args=given)
    except NoReverseMatch:
        return ""
