"""How acts on the cases and their steps read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_GROUP = _("整顿")


def _said(key: str, text: object) -> Sentence:
    return Sentence(f"case.{key}", text, _GROUP)


SENTENCES: tuple[Sentence, ...] = (
    _said("opened", _("登记了整顿 {object}。")),
    _said("start-plan", _("{object}开始制定方案。")),
    _said("submit-plan", _("报审了{object}的方案。{reason}")),
    _said("return-plan", _("退回了{object}的方案:{reason}")),
    _said("approve-plan", _("通过了{object}的方案。{reason}")),
    _said("check", _("{object}通过乡镇初验。{reason}")),
    _said("check-failed", _("{object}没有通过乡镇初验:{reason}")),
    _said("apply", _("为{object}申请验收。{reason}")),
    _said("return-application", _("退回了{object}的验收申请:{reason}")),
    _said("transferred", _("移交了{object}的经办人:{reason}")),
    _said("moved", _("{object}随区划变更转到承接的村:{reason}")),
)
