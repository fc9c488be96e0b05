"""How acts on party organizations read in the trail."""

from django.utils.translation import gettext_lazy as _

from branches.scheme_trail import SENTENCES as SCHEMES
from villages.common.registries import Sentence

_GROUP = _("党组织")

SENTENCES = (
    *SCHEMES,
    Sentence("branches.founding_approved", _("批准成立{object},文号:{after_approval_no}"), _GROUP),
    Sentence(
        "branches.term_extended",
        _("批准{object}延期换届至 {after_extended_to},文号:{after_extension_no},理由:{reason}"),
        _GROUP,
    ),
    Sentence(
        "branches.abolished",
        _("撤销{object}({after_abolished_on}),文号:{after_abolition_no},原因:{reason}"),
        _GROUP,
    ),
    Sentence("branches.term_begun", _("{object}换届,新一届自 {after_term_start} 起"), _GROUP),
    Sentence("branches.month_filed", _("登记{object}的组织生活,{count} 条"), _GROUP),
)
