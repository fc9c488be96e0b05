"""How acts on papers and packs read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_GROUP = _("整顿")
SENTENCES: tuple[Sentence, ...] = (
    Sentence("annex.downloaded", _("下载了{object}的文件。"), _GROUP),
    Sentence("case.printed", _("打印了{object}的整顿档案。"), _GROUP),
    Sentence("pack.made", _("生成了{object},共 {after_files} 个文件。"), _("迎检包")),
    Sentence("pack.downloaded", _("下载了{object}。"), _("迎检包")),
)
