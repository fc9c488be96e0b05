"""What several ledgers ask of a row or a verb, beside that it belongs to its case."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rectification.ledgers.belonging import Check
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.faults import Fault


def of_use(use: str, name: str = "kind") -> Check:
    """The word stands in the part of the county's words that it is chosen from."""

    def check(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
        word = values.get(name)
        if word is not None and word.use != use:
            said = _("“%s”不是这里可以选择的词。") % word
            yield Fault(name, "other_use", said, _("请从词表中选择。"))

    return check


def not_ahead(name: str) -> Check:
    """What is told has happened."""

    def check(values: Mapping[str, Any], _row: Any) -> Iterator[Fault]:
        day = values.get(name)
        if day is not None and day > clock.today():
            yield Fault(name, "in_the_future", _("日期不能晚于今天。"), _("请核对日期。"))

    return check


def happened(act: Callable[..., Any]) -> Callable[..., Any]:
    """The action for a day that is not ahead; words that were left empty are none."""

    def acted(row: Any, *, by: Any, on: date, **said: Any) -> Any:
        if on > clock.today():
            words = _("日期不能晚于今天。")
            raise DomainError("in_the_future", words, _("请核对日期。"), on=words)
        told = {name: "" if value is None else value for name, value in said.items()}
        return act(row, by=by, on=on, **told)

    return acted
