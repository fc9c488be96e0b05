"""How acts on contests read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_CONTEST = _("擂台比武")
SENTENCES = (
    Sentence("contest.rubric", _("采用评分项目 {count} 项:{object}"), _CONTEST),
    Sentence("contest.grouped", _("登记参赛村和分组 {count} 个村:{object}"), _CONTEST),
    Sentence("contest.scored", _("登记{after_judge}的打分 {count} 项:{object}"), _CONTEST),
    Sentence("contest.rescored", _("更正打分:{object},{after_points} 分"), _CONTEST),
    Sentence(
        "contest.finished", _("评定{object} {count} 个村,{after_finished_on}"), _CONTEST
    ),
    Sentence("contest.reopened", _("退回重评:{object},{reason}"), _CONTEST),
    Sentence("contest.awarded", _("决定奖项:{object},{after_award},{reason}"), _CONTEST),
    Sentence("contest.printed", _("导出会议材料:{object}"), _CONTEST),
)  # fmt: skip
