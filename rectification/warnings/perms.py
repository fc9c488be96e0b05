"""Who may do what with colours, events, rules and questions; which village it is, the rows and
the actions look at themselves."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.accounts.choices import COUNTY_ROLES, TOWNSHIP_ROLES, VILLAGE_ROLES, Role
from villages.accounts.perms import may_change_map, works_in_territory
from villages.accounts.policies import policy


def _role(user: Any) -> str:
    return getattr(user, "acting_role", "") if getattr(user, "is_active", False) else ""


@policy(_("县、乡镇、村的工作人员和接口账号查看本辖区的三色预警和依据。"))
def may_see_warnings(user: Any) -> bool:
    """Whoever works in a territory sees the colours of its villages."""
    return works_in_territory(user)


@policy(_("预告期内的预警只有组织部、所在乡镇和村以及接口账号能看到,期满才对其他人公布。"))
def may_see_unpublished(user: Any) -> bool:
    """The department, the township and the village concerned, and its service accounts."""
    people = TOWNSHIP_ROLES | VILLAGE_ROLES | {Role.API_CLIENT}
    return may_change_map(user) or _role(user) in people


@policy(_("组织部和县级接口账号发起三色预警评估。"))
def may_evaluate(user: Any) -> bool:
    """The organization department and its service accounts judge the county's month."""
    return may_change_map(user) or _role(user) == Role.API_CLIENT


@policy(_("所在乡镇签收预警、填写整改打算、报整改结果,接口账号可以代报。"))
def may_decide_events_township(user: Any) -> bool:
    """The township's people, and service accounts."""
    return _role(user) in TOWNSHIP_ROLES | {Role.API_CLIENT}


@policy(_("黄色预警由乡镇党委书记核实降级,红色预警由乡镇党委书记核实后报县。"))
def may_verify_township(user: Any) -> bool:
    """The township's secretary."""
    return _role(user) == Role.TOWNSHIP_SECRETARY


@policy(_("组织部核实红色预警,办理误报、人工调整、豁免和异议;要两人办理的由另一人审批。"))
def may_decide_county(user: Any) -> bool:
    """The organization department."""
    return may_change_map(user)


@policy(_("县、乡镇、村的工作人员和接口账号查看预警规则,规则对被评价的人公开。"))
def may_see_rules(user: Any) -> bool:
    """Whoever is judged by them may read them."""
    return works_in_territory(user)


@policy(_("组织部起草、试算和发布预警规则。"))
def may_keep_rules(user: Any) -> bool:
    """The organization department."""
    return may_change_map(user)


@policy(_("组织部、审核有关填报的县领导和所在乡镇查看提问;提问不是结论,不计入颜色。"))
def may_see_questions(user: Any) -> bool:
    """The county's people and the township concerned."""
    return _role(user) in COUNTY_ROLES | TOWNSHIP_ROLES


@policy(_("提问由所在乡镇用一句话说明;说明不是必须的,也不用补材料。"))
def may_answer_questions(user: Any) -> bool:
    """The township's people."""
    return _role(user) in TOWNSHIP_ROLES


@policy(_("提问由组织部认定;不认定的,封账时自动消失。"))
def may_settle_questions(user: Any) -> bool:
    """The organization department."""
    return may_change_map(user)


@policy(_("预警公布前,所在乡镇和村的工作人员可以附上说明。"))
def may_explain(user: Any) -> bool:
    """The people of the township and of the village concerned."""
    return _role(user) in TOWNSHIP_ROLES | VILLAGE_ROLES


@policy(_("组织部、所在乡镇和接口账号申请预警豁免,由组织部的另一人审批。"))
def may_ask_exemptions(user: Any) -> bool:
    """The department, the township's people, service accounts."""
    return may_decide_county(user) or may_decide_events_township(user)


@policy(_("所在乡镇和村的工作人员、接口账号对预警提出异议,由组织部复核答复。"))
def may_dispute(user: Any) -> bool:
    """Whoever is judged: the township's people, the village's, and service accounts."""
    return _role(user) in TOWNSHIP_ROLES | VILLAGE_ROLES | {Role.API_CLIENT}


@policy(_("组织部把预警转为督办文书或者列入整顿排查,起草后由另一人审核、签发。"))
def may_draft_papers(user: Any) -> bool:
    """The organization department."""
    return may_change_map(user)


@policy(_("组织部和县级接口账号用保存的依据试算规则,只看结果、不改动数据。"))
def may_try_rules(user: Any) -> bool:
    """Whoever keeps the rules, and the county's service accounts."""
    return may_keep_rules(user) or _role(user) == Role.API_CLIENT


@policy(_("县、乡镇工作人员和接口账号查看本辖区销号村的反弹早期提示;提示不计入颜色。"))
def may_see_relapse(user: Any) -> bool:
    """Whoever goes to look at closed villages: the county's people and the township concerned."""
    return _role(user) in COUNTY_ROLES | TOWNSHIP_ROLES | {Role.API_CLIENT}


@policy(_("乡镇党委书记退回报来的整改结果,组织部退回乡镇核实的红色预警。"))
def may_send_back(user: Any) -> bool:
    """Whoever verifies next: the township's secretary, or the department."""
    return may_verify_township(user) or may_decide_county(user)
