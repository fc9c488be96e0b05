"""How acts on schemes, ratings and joint bodies read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_GROUP = _("党组织")

SENTENCES = (
    Sentence("branches.scheme_drafted", _("起草{object},{count} 项"), _GROUP),
    Sentence("branches.scheme_rewritten", _("修改草稿{object},{count} 项"), _GROUP),
    Sentence(
        "branches.scheme_published",
        _("发布{object},自 {after_valid_from} 起启用,依据:{reason}"),
        _GROUP,
    ),
    Sentence("branches.scheme_ended", _("停用{object}({after_valid_to}),原因:{reason}"), _GROUP),
    Sentence("branches.scheme_dropped", _("删除草稿{object}"), _GROUP),
    Sentence("branches.rating_proposed", _("自评{object}:{after_score} 分,{after_grade}"), _GROUP),
    Sentence(
        "branches.rating_confirmed",
        _("确认{object}:{after_score} 分,{after_grade};改动 {count} 项"),
        _GROUP,
    ),
    Sentence("branches.rating_appealed", _("对{object}申诉:{reason}"), _GROUP),
    Sentence(
        "branches.rating_decided",
        _("裁定{object}的申诉:{after_score} 分,{after_grade};改动 {count} 项;理由:{reason}"),
        _GROUP,
    ),
    Sentence("branches.joint_shares_set", _("调整{object}的份额,依据:{reason}"), _GROUP),
    Sentence("branches.joint_ended", _("终止{object}({after_ended_on}),原因:{reason}"), _GROUP),
)
