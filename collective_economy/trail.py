"""How acts on collective economy read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_ECONOMY = _("集体经济")

SENTENCES = (
    Sentence(
        "income.corrected",
        _("{object}由 {before_amount} 元更正为 {after_amount} 元,原因:{reason}"),
        _ECONOMY,
    ),
    Sentence("income.pushed", _("通过接口填报 {count} 条集体收入"), _ECONOMY),
    Sentence("economy.check_answered", _("答复{object}:{after_answer}"), _ECONOMY),
    Sentence("economy.answer_accepted", _("认可{object}的答复"), _ECONOMY),
    Sentence("economy.answer_returned", _("退回{object}的答复:{reason}"), _ECONOMY),
    Sentence("economy.round_trips_found", _("把 {count} 笔一收一付列入过账核查"), _ECONOMY),
    Sentence(
        "economy.round_trip_decided", _("认定{object}为{after_verdict},依据:{reason}"), _ECONOMY
    ),
    Sentence(
        "economy.project_moved", _("项目{object}由{before_status}转为{after_status}"), _ECONOMY
    ),
    Sentence("economy.contract_ended", _("终止合同{object}:{reason}"), _ECONOMY),
    Sentence("economy.support_ended", _("{object}退出扶持名单"), _ECONOMY),
)
