"""What was noticed about a month, as sentences for its reviewer."""

from django.utils.translation import gettext_lazy as _

from villages.filings.declaring import inputs
from villages.filings.patterns import Pattern

_WORDS = {
    "value": _("%(count)d 个村的“%(about)s”都改成了 %(text)s。"),
    "words": _("%(count)d 个村写了同一句说明:“%(text)s”。"),
    "similar": _("%(count)d 个村的说明与别的村大同小异,例如“%(text)s”与“%(about)s”。"),
    "again": _("%(count)d 个村的说明与以前月份大同小异,例如“%(text)s”与“%(about)s”。"),
    "minute": _("%(count)d 个有改动的村在同一分钟内保存。"),
    "eve": _("%(count)d 个村在截止前几小时内首次提交。"),
    "months": _("这个乡镇曾在一小时内首次提交 %(count)d 个月的数据。"),
}


def words_of(pattern: Pattern) -> str:
    """The sentence; an input that is no longer installed is named by its key."""
    known = inputs().get(pattern.about)
    about = str(known.label) if known else pattern.about
    return str(_WORDS[pattern.code]) % {
        "count": pattern.count, "about": about, "text": pattern.text
    }  # fmt: skip
