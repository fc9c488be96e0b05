"""How acts on rules and colours read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_WARNINGS = _("三色预警")

SENTENCES = (
    Sentence("rules.installed", _("启用{object},共 {count} 条"), _WARNINGS),
    Sentence(
        "warnings.evaluated",
        _(
            "评估{object}三色预警,{count} 个村有变化:"
            "红 {after_red}、黄 {after_yellow}、绿 {after_green}、未评 {after_grey}"
        ),
        _WARNINGS,
    ),
)
