"""Why something is sent back: one of the county's own reasons."""

from datetime import date

from django.utils.translation import gettext as _

from rectification.choices import WordUse
from rectification.models import CaseWord
from villages.common.errors import DomainError


def return_reasons(county: str, on: date) -> list[str]:
    """The reasons that the county uses on a day, in its order. One query."""
    rows = CaseWord.objects.in_county(county).on(on).filter(use=WordUse.RETURN)
    return list(rows.order_by("position", "id").values_list("name", flat=True))


def return_reason(county: str, said: str, on: date) -> str:
    """The reason as the county calls it. Raises `return_reason` for any other word."""
    known = return_reasons(county, on)
    if said.strip() in known:
        return said.strip()
    words = _("“%s”不是本县的退回原因。") % said
    hint = _("可以选择:%s。") % "、".join(known) if known else _("请先在整顿词表登记退回原因。")
    raise DomainError("return_reason", words, hint, reason=f"{words}{hint}")
