"""How acts on reports read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

SENTENCES = (Sentence("report.made", _("生成{object}(第 {after_version} 版)"), _("报告")),)
