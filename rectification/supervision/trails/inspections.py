"""How acts on inspections, trips and findings read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_GROUP = _("督导检查")


def _said(action: str, text: object) -> Sentence:
    return Sentence(action, text, _GROUP)


SENTENCES: tuple[Sentence, ...] = (
    _said("plan.laid-out", _("给检查计划{object}排行程 {count} 次")),
    _said("trip.joined", _("合并出行:{object},一起去的 {after_plans}")),
    _said("trip.parted", _("取消合并:{object},原来与 {before_with} 一起去")),
    _said("points.installed", _("采用常用检查要点 {count} 个:{object}")),
    _said("inspection.draw", _("抽取名单:{object},{after_on},种子 {reason}")),
    _said("inspection.start", _("开始检查:{object},{after_on}")),
    _said("inspection.publish", _("公布检查:{object},{after_on} {reason}")),
    _said("inspection.cancel", _("取消检查:{object},{after_on},{reason}")),
    _said(
        "site.recorded",
        _("记录检查情况:{object},{after_on},要点 {after_answers} 个,问题 {after_findings} 个"),
    ),
    _said("finding.to-order", _("给检查发现起草督办单:{object},{after_on}")),
    _said("finding.to-case", _("检查发现列入整顿排查:{object},{after_on}")),
    _said("finding.hand-over", _("移交线索:{object},{after_on}")),
    _said("finding.mend", _("确认整改:{object},{after_on} {reason}")),
    _said("finding.dismiss", _("不需处理:{object},{after_on} {reason}")),
    _said("finding.release", _("检查发现退回待处理:{object},{after_on}")),
)
