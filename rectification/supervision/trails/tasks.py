"""How acts on task lists read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_LISTS = _("任务清单")
SENTENCES = (
    Sentence("tasklist.published", _("下发{object},{count} 项任务"), _LISTS),
    Sentence("tasklist.given", _("在{object}里给 {count} 个单位派任务:{after_text}"), _LISTS),
    Sentence(
        "tasklist.copied", _("照抄{before_title}到下一期,{after_from_on} 起,{count} 项"), _LISTS
    ),
    Sentence("meeting.printed", _("打印了会议纪要:{object}"), _LISTS),
    Sentence("task.ticked", _("记录完成:{object},{after_done_on},{reason}"), _LISTS),
    Sentence("task.unticked", _("取消完成:{object}"), _LISTS),
)
