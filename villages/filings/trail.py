"""How acts on filings read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_FILINGS = _("填报")
_FORMS = _("报表准入")

SENTENCES = (
    Sentence("filing.submitted", _("提交填报 {object},{count} 个村"), _FILINGS),
    Sentence("filing.withdrawn", _("撤回填报({object}),说明:{reason}"), _FILINGS),
    Sentence("filing.accepted", _("通过填报({object}){reason}"), _FILINGS),
    Sentence("filing.returned", _("退回填报({object}),说明:{reason}"), _FILINGS),
    Sentence("filing.history_loaded", _("载入{object}的 {count} 份填报"), _FILINGS),
    Sentence("filing.chased", _("催报({object}),通知 {count} 人{reason}"), _FILINGS),
    Sentence(
        "filing.chase_taken_back", _("撤回还没有送达的催报({object}),涉及 {count} 人"), _FILINGS
    ),
    Sentence("filing.sheet_taken", _("下载{object}的离线填报表,{count} 个村"), _FILINGS),
    Sentence("form.registered", _("登记报表“{object}”,编号 {number},有效期至 {valid_to}"), _FORMS),
    Sentence("form.changed", _("更正报表“{object}”的登记"), _FORMS),
    Sentence("form.renewed", _("将报表“{object}”的终止日期改为 {valid_to},理由:{reason}"), _FORMS),
    Sentence("form.input_added", _("报表“{object}”增加“{input}”,理由:{reason}"), _FORMS),
    Sentence("form.input_dropped", _("报表“{object}”停用“{input}”,理由:{reason}"), _FORMS),
    Sentence("form.input_moved", _("调整报表“{object}”中“{input}”的顺序"), _FORMS),
)
