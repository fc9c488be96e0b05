"""Ways from the first page of the area to the pages of inspections."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rectification.supervision.inspection_perms import may_see_inspections, may_see_plans


def inspection_ways(user: Any) -> Iterator[tuple[str, str]]:
    """Label and address of the pages that the person may open."""
    if may_see_plans(user):
        yield _("检查计划和合并建议"), reverse("supervision:plans_now")
    if may_see_inspections(user):
        yield _("督导检查"), reverse("ledgers:inspections")
        yield _("检查情况"), reverse("supervision:inspection_figures_now")
        yield _("检查表"), reverse("supervision:checklist")
