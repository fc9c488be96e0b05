"""Who may do what with cases."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.states import Actor, Step
from villages.accounts.choices import TOWNSHIP_ROLES, VILLAGE_ROLES, Role
from villages.accounts.perms import may_change_map, works_in_territory
from villages.accounts.policies import policy


def _role(user: Any) -> str:
    return getattr(user, "acting_role", "") if getattr(user, "is_active", False) else ""


@policy(_("县、乡镇、村的工作人员查看本辖区的整顿,接口账号可以读取。"))
def may_see_cases(user: Any) -> bool:
    """Whoever works in the territory."""
    return works_in_territory(user)


@policy(_("乡镇办理排查、方案、初验和申请验收,接口账号可以代报。"))
def may_take_township_steps(user: Any) -> bool:
    """The township's people, and its service account."""
    return _role(user) in TOWNSHIP_ROLES | {Role.API_CLIENT}


@policy(_("组织部办理认定、方案审核、验收、销号、反弹和撤销。"))
def may_take_county_steps(user: Any) -> bool:
    """Staff of the organization department and its leaders, in person."""
    return may_change_map(user)


@policy(_("组织部和乡镇登记整顿的问题、任务、帮扶力量和材料。"))
def may_keep_cases(user: Any) -> bool:
    """Department staff, the township's people and its service account."""
    return may_change_map(user) or may_take_township_steps(user)


@policy(_("组织部、乡镇和村里的第一书记、村书记登记走访和办实事。"))
def may_log_visits(user: Any) -> bool:
    """Whoever works on the case, the village's own people too."""
    return may_keep_cases(user) or _role(user) in VILLAGE_ROLES


@policy(_("涉及违纪违法和宗族势力的认定情形只有组织部能看到,从不印出。"))
def may_see_restricted(user: Any) -> bool:
    """The organization department."""
    return may_change_map(user)


@policy(_("组织部维护排查标准、验收办法和整顿词表。"))
def may_keep_schemes(user: Any) -> bool:
    """The organization department."""
    return may_change_map(user)


@policy(_("组织部领导和联村县领导批准多次延期。"))
def may_grant_late_extensions(user: Any) -> bool:
    """County leaders and the head of the organization department."""
    return _role(user) in {Role.COUNTY_MINISTER, Role.COUNTY_LEADER}


@policy(_("组织部批准延期;多次延期由县领导批准。"))
def may_answer_extensions(user: Any) -> bool:
    """The organization department, and leaders for late ones; the action tells them apart."""
    return may_change_map(user) or may_grant_late_extensions(user)


def may_take(step: Step) -> Any:
    """The predicate of policy that decides about a step."""
    return may_take_township_steps if step.actor == Actor.TOWNSHIP else may_take_county_steps
