"""How acts on notices and channels read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_NOTICES, _CHANNELS = _("通知公告"), _("接收渠道")
SENTENCES = (
    Sentence("notice.drafted", _("起草通知“{object}”"), _NOTICES),
    Sentence("notice.rewritten", _("修改通知“{object}”,待发布第 {after_number} 版"), _NOTICES),
    Sentence("notice.published", _("发布通知“{object}”第 {after_number} 版"), _NOTICES),
    Sentence("notice.withdrawn", _("撤回通知“{object}”:{reason}"), _NOTICES),
    Sentence("notice.confirmed", _("确认通知:{object},{after_read_on}"), _NOTICES),
    Sentence("channel.added", _("登记接收渠道:{object}"), _CHANNELS),
    Sentence("channel.rotated", _("更换推送密钥:{object}"), _CHANNELS),
    Sentence("channel.switched_on", _("启用接收渠道:{object}"), _CHANNELS),
    Sentence("channel.switched_off", _("停用接收渠道:{object}"), _CHANNELS),
    Sentence("channel.stopped", _("自动停用接收渠道:{object},{reason}"), _CHANNELS),
    Sentence("channel.tested", _("试发消息:{object}"), _CHANNELS),
    Sentence("delivery.pruned", _("删除 {after_before} 前的发送记录 {after_count} 条"), _CHANNELS),
    Sentence("delivery.resent", _("重发消息:{object}"), _CHANNELS),
)
