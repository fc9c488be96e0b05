"""How acts on cadres read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_CADRES = _("村干部")
_REVIEW = _("联审")
_DISPOSITION = _("不胜任处置")
_RESIDENT = _("驻村工作队")

SENTENCES = (
    Sentence("tenure.begun", _("{object}任职,自 {after_started_on} 起"), _CADRES),
    Sentence(
        "tenure.ended", _("{object}离任({after_end_reason}),自 {after_ended_on} 起"), _CADRES
    ),
    Sentence("filing.answered", _("答复{object}:{after_answer}"), _CADRES),
    Sentence("link.ended", _("结束监督联系:{object}"), _CADRES),
    Sentence("term.ended", _("登记{object}届满,{after_ended_on}"), _CADRES),
    Sentence("cadre.revealed", _("查看{object}的{after_field},理由:{reason}"), _CADRES),
    Sentence("cadre.identity_set", _("登记{object}的{after_fields}"), _CADRES),
    Sentence("review.lists_installed", _("登记联审部门和条件清单 {count} 条"), _REVIEW),
    Sentence(
        "review.reviewer_appointed", _("确定联审经办人:{object},从 {after_valid_from} 起"), _REVIEW
    ),
    Sentence(
        "review.reviewer_ended", _("{object}不再担任联审经办人,到 {after_valid_to} 止"), _REVIEW
    ),
    Sentence("review.checked", _("乡镇初审通过:{object} {reason}"), _REVIEW),
    Sentence("review.refused", _("乡镇初审不通过:{object},{reason}"), _REVIEW),
    Sentence("review.sent", _("将{object}送 {count} 个部门联审,{after_due_on} 前答复"), _REVIEW),
    Sentence("review.answered", _("{after_department}答复联审:{object}"), _REVIEW),
    Sentence(
        "review.forced", _("{after_department}逾期未答复,{object}按未答复处理:{reason}"), _REVIEW
    ),
    Sentence("review.decided", _("联审结论:{object},{after_result} {reason}"), _REVIEW),
    Sentence("review.withdrawn", _("撤回联审:{object},{reason}"), _REVIEW),
    Sentence("review.archived", _("联审归档:{object}"), _REVIEW),
    Sentence("disposition.lists_installed", _("登记处置方式和情形清单 {count} 条"), _DISPOSITION),
    Sentence(
        "disposition.decided", _("处置决定({after_decision_no}):{object},{after_decided_on}"),
        _DISPOSITION,
    ),
    Sentence(
        "disposition.filed",
        _("处置备案:{object},组织部 {after_filed_organization_on} 民政局 {after_filed_civil_on}"),
        _DISPOSITION,
    ),
    Sentence("disposition.appealed", _("登记申诉:{object},{after_appealed_on}"), _DISPOSITION),
    Sentence("disposition.appeal_answered", _("答复申诉:{object},{reason}"), _DISPOSITION),
    Sentence("disposition.retested", _("再评:{object},{after_votes} 票"), _DISPOSITION),
    Sentence("disposition.ended", _("处置结束:{object},{reason}"), _DISPOSITION),
    Sentence("posting.ended", _("驻村离任:{object},{reason}"), _RESIDENT),
    Sentence("leave.granted", _("批准请假:{object},{after_from_on} 至 {after_to_on}"), _RESIDENT),
    Sentence("leave.refused", _("不批准请假:{object},{reason}"), _RESIDENT),
    Sentence("leave.filed", _("请假报县备案:{object},{after_filed_on}"), _RESIDENT),
    Sentence("team.scheme_installed", _("登记十分制项目 {count} 项"), _RESIDENT),
    Sentence("team.assessed", _("工作队考核:{object},{after_total} 分"), _RESIDENT),
    Sentence("helpers.kinds_installed", _("登记帮扶人才类别 {count} 类"), _RESIDENT),
)  # fmt: skip
