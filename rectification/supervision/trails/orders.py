"""How acts on orders and their parts read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_GROUP = _("督办")


def _said(key: str, text: object) -> Sentence:
    return Sentence(f"order.{key}", text, _GROUP)


SENTENCES: tuple[Sentence, ...] = (
    _said("drafted", _("起草了{object}")),
    _said("units-added", _("给{object}添加承办单位 {count} 个:{after_units}")),
    _said("unit-changed", _("改动了{object}的承办单位:{after_unit}")),
    _said("unit-removed", _("从{object}移出承办单位:{before_unit}")),
    _said("item-added", _("给{object}的{after_unit}添加事项:{after_text}")),
    _said("item-removed", _("从{object}的{before_unit}移出事项:{before_text}")),
    _said("check", _("审核通过{object},{after_on} {reason}")),
    _said("send-back", _("退回修改{object},{after_on},{reason}")),
    _said("issue", _("签发{object},{after_on} {reason}")),
    _said("drop", _("作废草稿{object},{after_on},{reason}")),
    _said("revoke", _("撤销{object},{after_on},{reason}")),
    _said("receive", _("签收{object},{after_on}")),
    _said("reply", _("反馈{object},{after_on}:{reason}")),
    _said("return", _("退回重办{object},{after_on},{reason}")),
    _said("verify", _("核查通过{object},{after_on} {reason}")),
    _said("close", _("办结销号{object},{after_on}")),
    _said("reopen", _("重新交办{object},{after_on},{reason}")),
    _said("extension-asked", _("为{object}申请延期至 {after_new_due_on}:{reason}")),
    _said("extended", _("同意{object}延期,{after_on},{reason}")),
    _said("extension-refused", _("不同意{object}延期,{after_on},{reason}")),
    _said("printed", _("打印了{object}")),
    _said("escalated", _("{object}逾期未办,{after_on},{reason}")),
    Sentence("order-lists.installed", _("采用默认文种规则和县直部门清单 {count} 条"), _GROUP),
    Sentence("order-list.appointed", _("确定部门经办人:{object},{after_valid_from} 起"), _GROUP),
    Sentence("order-list.ended", _("停用:{object},{after_valid_to} 止"), _GROUP),
)
