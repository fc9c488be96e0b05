"""How acts on village facts read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_GROUP = _("村务")

SENTENCES = (
    Sentence("affairs.lists_installed", _("为{object}建立常用清单,共 {count} 条"), _GROUP),
    Sentence("affairs.site_checked", _("核查{object}活动场所配备,改动 {count} 项"), _GROUP),
)
