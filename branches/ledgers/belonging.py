"""A row about a branch belongs to the village of that branch."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.common.faults import Fault


def of_village(values: Mapping[str, Any], _row: Any = None) -> Iterator[Fault]:
    """The branch is one of the row's village, and the day lies within its life."""
    branch, village = values.get("branch"), values.get("village")
    if branch is not None and village is not None and branch.village_id != village.pk:
        yield Fault("branch", "foreign_branch", str(_("这个党组织不属于所选的村。")))


def while_it_exists(branch: Any, day: Any, field: str) -> Iterator[Fault]:
    """A day lies between founding and abolition of the branch."""
    if branch is None or day is None:
        return
    if branch.founded_on and day < branch.founded_on:
        yield Fault(field, "before_founding", str(_("早于这个党组织的成立日期。")))
    if branch.abolished_on and day >= branch.abolished_on:
        yield Fault(field, "after_abolition", str(_("这个党组织当时已经撤销。")))
