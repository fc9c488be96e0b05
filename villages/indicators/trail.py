"""How acts on indicators read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_GROUP = _("一表通指标")

SENTENCES = (
    Sentence(
        "indicator.begun", _("指标“{object}”自 {after_begun_on} 起生效,依据:{reason}"), _GROUP
    ),
    Sentence("indicator.ended", _("指标“{object}”于 {after_ended_on} 停用,原因:{reason}"), _GROUP),
    Sentence("indicator.revised", _("为指标“{object}”起草第 {after_edition} 版"), _GROUP),
)
