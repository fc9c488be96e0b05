"""The sheet on which one branch is rated: items, what is computed, what people say."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from branches.models import SchemeItem
from branches.schemes.catalogue import Known
from branches.schemes.choices import Judged
from branches.schemes.definitions import rule_of
from branches.scoring import plain
from villages.common.errors import DomainError


@dataclass(frozen=True)
class Answer:
    """What somebody says about one item: points and a sentence of evidence."""

    points: Decimal | None
    note: str = ""


def computed(item: SchemeItem, values: Mapping[str, Known]) -> tuple[Decimal | None, Known | None]:
    """Points of a computed item with the value behind them; (None, None) where it is unknown."""
    rule = rule_of(item)
    known = values.get(rule.figure) if rule else None
    if rule is None or known is None:
        return None, None
    return rule.points(known.number, item.points), known


def check_answer(item: SchemeItem, answer: Answer) -> Answer:
    """The answer if the item allows its points. Raises `answer_invalid`."""
    if answer.points is None:
        return answer
    said = ""
    if not 0 <= answer.points <= item.points:
        said = _("在 0 和 %s 之间。") % plain(item.points)
    elif item.judged == Judged.YES_NO and answer.points not in {Decimal(0), item.points}:
        said = _("只能是 0 或 %s。") % plain(item.points)
    if said:
        raise _invalid(item, said)
    return answer


def missing(item: SchemeItem) -> DomainError:
    """Nobody judged this item and nothing could be computed."""
    if item.judged == Judged.FIGURE:
        return _invalid(item, _("没有可用的数据,请自行评分并说明。"))
    return _invalid(item, _("请评分。"))


def _invalid(item: SchemeItem, said: str) -> DomainError:
    words = _("第 %(number)s 项:%(said)s") % {"number": item.number, "said": said}
    fields: dict[str, Any] = {f"points_{item.pk}": said}
    return DomainError("answer_invalid", words, _("请改正后再提交。"), **fields)
