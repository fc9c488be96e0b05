"""Numbers and words of the year-end assessment that a county may decide otherwise."""

from django.utils.translation import gettext_lazy as _

from rectification.reports.assessment.rules.linting import WORDS
from villages.parameters import declare

OBJECTION_DAYS = declare(
    "reports.assessment_objection_days", _("年终考核:异议期限"), 5, unit=_("个工作日"),
    low=1, high=30, help=_("得分公示后,乡镇可以在这么多个工作日内提出异议,公示当天不算。"),
)  # fmt: skip
INCOME_LINE = declare(
    "reports.assessment_income_line", _("年终考核:经营性收入达线"), 100_000, unit=_("元"),
    low=1, high=10_000_000, help=_("“经营性收入达线村占比”按这条线计算,等于的算达到。"),
)  # fmt: skip
FORBIDDEN = declare(
    "reports.assessment_forbidden", _("年终考核:不得计分的事项"), WORDS, kind="text",
    help=_("考核内容和加减分事由里不能出现这些词,用空格隔开;依据为基层减负的规定。"),
)  # fmt: skip
MEND_BY = declare(
    "reports.assessment_mend_by", _("年终考核:整改措施期限"), 331, unit=_("月日"),
    low=101, high=1228, help=_("评为“差”的乡镇在次年这一天前制定整改措施,331 表示 3 月 31 日。"),
)  # fmt: skip
