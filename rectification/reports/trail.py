"""How acts on reports read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_REPORTS = _("报告")
_YEAR_END = _("年终考核")

SENTENCES = (
    Sentence("report.made", _("生成{object}(第 {after_version} 版)"), _REPORTS),
    Sentence("report.amended", _("修改{object}的文字,{count} 句 {reason}"), _REPORTS),
    Sentence("report.review", _("审核通过{object} {reason}"), _REPORTS),
    Sentence("report.send-back", _("退回{object}修改:{reason}"), _REPORTS),
    Sentence("report.issued", _("签发{object},{after_number},发 {count} 个乡镇"), _REPORTS),
    Sentence(
        "report.corrected", _("签发{object}的更正,{after_number},发 {count} 个乡镇:{reason}"),
        _REPORTS,
    ),
    Sentence(
        "report.correcting", _("起草{object}的更正(第 {after_version} 版):{reason}"), _REPORTS
    ),
    Sentence("report.confirmed", _("{after_unit}签收{object}(第 {after_version} 版)"), _REPORTS),
    Sentence("report.file-read", _("下载{object}原件:{after_name}"), _REPORTS),
    Sentence("report.bundled", _("打包{object}的会议材料"), _REPORTS),
    Sentence("report-template.kept", _("启用{after_kind}的打印模板 {reason}"), _REPORTS),
    Sentence("report-template.withdrawn", _("停用{after_kind}的打印模板:{reason}"), _REPORTS),
    Sentence("assessment.opened", _("建立{object},按“{after_scheme}”计分"), _YEAR_END),
    Sentence(
        "assessment.published", _("公示{object},{count} 个乡镇,异议到 {after_object_until}"),
        _YEAR_END,
    ),
    Sentence("assessment.final", _("审定{object}"), _YEAR_END),
    Sentence("assessment-scheme.defaulted", _("按默认权重生成{object}"), _YEAR_END),
    Sentence(
        "assessment-entry.entered", _("录入{object} {after_points} 分:{reason}"), _YEAR_END
    ),
    Sentence("assessment-entry.confirmed", _("确认{object}"), _YEAR_END),
    Sentence("assessment-entry.withdrawn", _("撤销{object}:{reason}"), _YEAR_END),
    Sentence("assessment-objection.opened", _("对{object}提出异议:{reason}"), _YEAR_END),
    Sentence("assessment-objection.upheld", _("{object}异议成立:{reason}"), _YEAR_END),
    Sentence("assessment-objection.rejected", _("{object}异议维持原结果:{reason}"), _YEAR_END),
    Sentence("assessment-objection.taken-back", _("撤回{object}异议"), _YEAR_END),
)  # fmt: skip
