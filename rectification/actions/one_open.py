"""A village has at most one case that is not finished.

The constraint decides where two people begin at once; each of them is told in words.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.models import RectificationCase
from villages.common.errors import DomainError
from villages.models import Village

_GO_ON = gettext_lazy("请在原来的整顿中继续办理。")
_END_IT = gettext_lazy("请先办结或撤销它。")


def open_cases(villages: Iterable[Village]) -> dict[int, RectificationCase]:
    """The open cases of these villages, by the key of the village. One query."""
    rows = RectificationCase.objects.open().filter(village__in=[one.pk for one in villages])
    return {one.village_id: one for one in rows.select_related("village")}


def second_case(found: RectificationCase, hint: Any = _GO_ON) -> DomainError:
    """The refusal of another case beside this open one."""
    words = _("%(village)s已有没有办结的整顿 %(number)s(%(status)s)。") % {
        "village": found.village.name, "number": found.number_shown,
        "status": found.get_status_display(),
    }  # fmt: skip
    return DomainError("case_open", words, str(hint))


def refuse_second(village: Village, hint: Any = _GO_ON) -> None:
    """Refuses a village that has an open case already (`case_open`)."""
    for found in open_cases([village]).values():
        raise second_case(found, hint)


@contextmanager
def one_open(village: Village, hint: Any = _GO_ON) -> Iterator[None]:
    """Writes the open case of a village inside; the later of two people is refused as before.

    What was looked up a moment ago may be another's by now. Raises `case_open`.
    """
    refuse_second(village, hint)
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        refuse_second(village, hint)
        raise


def one_open_again(village: Village) -> Any:
    """The same for a village that comes back on the list."""
    return one_open(village, _END_IT)


@contextmanager
def many_open() -> Iterator[None]:
    """Writes the open cases of many villages inside. Raises `case_open` where one of them got
    another since it was looked up."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        words = _("有的村刚由别人登记了整顿,这一批没有保存。")
        raise DomainError("case_open", words, _("请重新核对预览后再确认。")) from error
