"""What a template may name, and nothing else."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Word:
    """A placeholder: its name, what stands there, whether it is a block (a paragraph of its own
    in the text) and whether a template must have it."""

    name: str
    label: Any
    block: bool = False
    needed: bool = False

    @property
    def written(self) -> str:
        """As staff write it."""
        return f"{{{{ {self.name} }}}}"


WORDS = (
    Word("state", _("草稿或更正的标记,签发的正式件为空")),
    Word("organ", _("发文机关"), needed=True),
    Word("number", _("发文字号,草稿留空号"), needed=True),
    Word("title", _("标题,长的自动分行"), needed=True),
    Word("recipients", _("主送单位")),
    Word("body", _("正文:更正说明、数据说明、各部分、文内的表和图"), block=True, needed=True),
    Word("attachments", _("附件说明"), block=True),
    Word("signature", _("署名和成文日期"), block=True, needed=True),
    Word("remark", _("附注:报告码、校验码和查数办法"), needed=True),
    Word("annexes", _("附件,每个另起一页"), block=True, needed=True),
    Word("imprint", _("版记:抄送、印发机关和日期"), block=True),
    Word("date", _("成文日期")),
    Word("copies", _("抄送单位")),
    Word("signer", _("签发人")),
    Word("county", _("县名")),
    Word("period", _("周期,例如 2026-10")),
    Word("as_of", _("数据截止日期")),
    Word("code", _("报告码")),
    Word("version", _("第几版")),
)
BY_NAME = {one.name: one for one in WORDS}
BLOCKS = frozenset(one.name for one in WORDS if one.block)
