"""How months and imports read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_MONTHS = _("月份")
_IN = _("导入")

SENTENCES = (
    Sentence("month.opened", _("登记{object}"), _MONTHS),
    Sentence("month.closed", _("{object}封账"), _MONTHS),
    Sentence(
        "month.prolonged", _("{object}填报截止日由 {before_due_on} 改为 {after_due_on}"), _MONTHS
    ),
    Sentence(
        "month.reopened",
        _("重新开放{object}(范围 {after_unit_code},到 {after_ends_on}),理由:{reason}"),
        _MONTHS,
    ),
    Sentence(
        "month.reopening_asked",
        _("申请重新开放{object},{count} 个村,改:{after_items},理由:{reason}"),
        _MONTHS,
    ),
    Sentence(
        "month.reopening_agreed",
        _("初审同意重新开放{object},到 {after_ends_on},待第二人批准"),
        _MONTHS,
    ),
    Sentence(
        "month.reopening_granted",
        _("同意重新开放{object},{count} 个村,到 {after_ends_on}{reason}"),
        _MONTHS,
    ),
    Sentence("month.reopening_refused", _("不同意重新开放{object},理由:{reason}"), _MONTHS),
    Sentence("month.reopening_withdrawn", _("撤回重新开放{object}的申请"), _MONTHS),
    Sentence("month.reopening_ended", _("结束{object}的重新开放"), _MONTHS),
    Sentence("import.received", _("上传表格“{object}”"), _IN),
    Sentence("import.corrected", _("在页面上改正“{object}”的 {count} 格"), _IN),
    Sentence("import.saved", _("导入“{object}”,写入 {count} 行,回执号 {reason}"), _IN),
    Sentence("import.undone", _("撤销导入“{object}”,涉及 {count} 行,{reason}"), _IN),
    Sentence("import.dropped", _("放弃导入“{object}”"), _IN),
    Sentence("import.headers_chosen", _("指定“{object}”的表头含义"), _IN),
    Sentence("import.template", _("下载导入模板“{object}”"), _IN),
)
