"""How acts on what people bring up read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_VOICES = _("反映和建议")
SENTENCES = (
    Sentence("voice.received", _("收到{object}"), _VOICES),
    Sentence("voice.assign", _("交办{object},承办单位 {after_unit},时限 {after_due_on}"), _VOICES),
    Sentence("voice.answer", _("答复{object},{after_on}"), _VOICES),
    Sentence("voice.close", _("办结{object},{after_on} {reason}"), _VOICES),
    Sentence("voice.refuse", _("不予受理{object}:{reason}"), _VOICES),
    Sentence("voice.ordered", _("为{object}起草督办单:{after_subject}"), _VOICES),
    Sentence("voice.rated", _("评价{object}的答复:{after_satisfaction}"), _VOICES),
    Sentence("voice.phone_kept", _("登记{object}的联系电话(已加密)"), _VOICES),
    Sentence("voice.phone_shown", _("查看{object}的联系电话,理由:{reason}"), _VOICES),
)
