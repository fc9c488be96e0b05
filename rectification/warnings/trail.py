"""How acts on rules and colours read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_WARNINGS = _("三色预警")

SENTENCES = (
    Sentence("rules.installed", _("启用{object},共 {count} 条"), _WARNINGS),
    Sentence("rules.drafted", _("起草{object}"), _WARNINGS),
    Sentence("rules.draft-changed", _("修改规则草案{object},{count} 处"), _WARNINGS),
    Sentence("rules.draft-removed", _("删除规则草案{object}"), _WARNINGS),
    Sentence(
        "rules.adopted", _("发布{object},自 {after_effective_from} 起施行:{reason}"), _WARNINGS
    ),
    Sentence("rules.withdrawn", _("撤回尚未施行的{object}:{reason}"), _WARNINGS),
    Sentence(
        "warnings.evaluated",
        _(
            "评估{object}三色预警,{count} 个村有变化:"
            "红 {after_red}、黄 {after_yellow}、绿 {after_green}、未评 {after_grey}"
        ),
        _WARNINGS,
    ),
    Sentence("alert.acknowledge", _("签收预警:{object} {reason}"), _WARNINGS),
    Sentence("alert.plan", _("填写整改打算:{object},{reason}"), _WARNINGS),
    Sentence("alert.submit", _("报整改结果:{object},{reason}"), _WARNINGS),
    Sentence("alert.verify-yellow", _("核实降级:{object} {reason}"), _WARNINGS),
    Sentence("alert.verify-red", _("乡镇核实:{object} {reason}"), _WARNINGS),
    Sentence("alert.lower", _("核实降为观察:{object} {reason}"), _WARNINGS),
    Sentence("alert.reject", _("退回继续整改:{object},{reason}"), _WARNINGS),
    Sentence("alert.false-alarm", _("同意认定误报:{object},{reason}"), _WARNINGS),
    Sentence("alert.false-alarm-asked", _("申请认定误报:{object},{reason}"), _WARNINGS),
    Sentence("alert.false-alarm-refused", _("不认定误报:{object},{reason}"), _WARNINGS),
    Sentence("alert.explained", _("公布前说明:{object},{reason}"), _WARNINGS),
    Sentence("alert.paper", _("为{object}起草文书:{after_order}"), _WARNINGS),
    Sentence("alert.case", _("{object}转入整顿排查:{after_case}"), _WARNINGS),
    Sentence("warning.override-asked", _("申请{object},{reason}"), _WARNINGS),
    Sentence("warning.override-approved", _("批准{object} {reason}"), _WARNINGS),
    Sentence("warning.override-refused", _("不批准{object},{reason}"), _WARNINGS),
    Sentence("warning.override-ended", _("提前结束{object},{reason}"), _WARNINGS),
    Sentence("warning.exemption-asked", _("申请{object},{reason}"), _WARNINGS),
    Sentence("warning.exemption-approved", _("批准{object} {reason}"), _WARNINGS),
    Sentence("warning.exemption-refused", _("不批准{object},{reason}"), _WARNINGS),
    Sentence("warning.exemption-ended", _("提前结束{object},{reason}"), _WARNINGS),
    Sentence("dispute.opened", _("提出{object}:{reason}"), _WARNINGS),
    Sentence("dispute.decided", _("答复{object}:{reason}"), _WARNINGS),
    Sentence("dispute.taken-back", _("撤回{object}"), _WARNINGS),
    Sentence("questions.asked", _("{object}提问,有变化 {count} 个"), _WARNINGS),
    Sentence("questions.dropped", _("{object}封账,没有认定的 {count} 个提问已删除"), _WARNINGS),
    Sentence("question.answered", _("说明提问:{object},{reason}"), _WARNINGS),
    Sentence("question.explained", _("认可提问的说明:{object} {reason}"), _WARNINGS),
    Sentence("question.confirmed", _("认定提问确有问题:{object},{reason}"), _WARNINGS),
)
