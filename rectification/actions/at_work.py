"""In which states of a case the rows of its file may be acted on."""

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _

from rectification.states import CaseStatus
from villages.common.errors import DomainError


def require_case(case: Any, statuses: Collection[str]) -> None:
    """Refuses with `case_not_at_work` while the case stands elsewhere."""
    if case.status in statuses:
        return
    words = _("%(case)s现在是“%(status)s”,不能办理。") % {
        "case": case, "status": case.get_status_display(),
    }  # fmt: skip
    ways = "、".join(str(CaseStatus(one).label) for one in statuses)
    raise DomainError("case_not_at_work", words, _("只有在“%s”时可以办理。") % ways)
