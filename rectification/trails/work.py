"""How acts on plan, helpers, visits and works read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_CASES = _("整顿")

SENTENCES: tuple[Sentence, ...] = (
    Sentence("problem.started", _("开始解决问题:{object}"), _CASES),
    Sentence("problem.solved", _("登记问题解决:{object},{after_on},{reason}"), _CASES),
    Sentence(
        "problem.verified", _("核实问题:{object},{after_on},核实人 {after_verified_by}"), _CASES
    ),
    Sentence("problem.reopened", _("重新列入问题:{object},第 {after_count} 次,{reason}"), _CASES),
    Sentence(
        "task.progressed",
        _("登记任务进展:{object},{before_progress}% → {after_progress}%,{reason}"),
        _CASES,
    ),
    Sentence("letter.signed", _("登记签订责任书:{object},{after_on}"), _CASES),
    Sentence("case.extended", _("同意延期:{object},{reason}"), _CASES),
    Sentence("extension.refused", _("不同意延期:{object},{reason}"), _CASES),
    Sentence("case.model_marked", _("标记为典型:{object}"), _CASES),
    Sentence("case.model_unmarked", _("取消典型:{object},{reason}"), _CASES),
)
