"""Numbers of first secretaries and work teams."""

from django.utils.translation import gettext_lazy as _

from villages.parameters import declare

TERM_YEARS = declare(
    "cadres.posting_years", _("驻村:任期"), 2, unit=_("年"), low=1, high=5,
    help=_("选派时没有写明到期日期的,按任期推算。"),
)  # fmt: skip
ROTATION_MONTHS = declare(
    "cadres.posting_rotation_months", _("驻村:轮换提前提示"), 6, unit=_("个月"), low=1, high=24,
    help=_("任期在这么多个月内届满的,列入轮换日历。"),
)  # fmt: skip
MEMBERS = declare(
    "cadres.team_members", _("驻村:每队队员数"), 2, unit=_("人"), low=0, high=5,
    help=_("第一书记以外至少应有的工作队员。"),
)  # fmt: skip
WARN_DAYS = declare(
    "cadres.resident_warn_days", _("驻村:每月天数"), 20, unit=_("天"), low=1, high=31,
    help=_("一个月驻村少于这么多天的提示。"),
)  # fmt: skip
RED_DAYS = declare(
    "cadres.resident_red_days", _("驻村:每月天数过少"), 15, unit=_("天"), low=1, high=31,
    help=_("一个月驻村少于这么多天的重点提示。"),
)  # fmt: skip
YEAR_DAYS = declare(
    "cadres.resident_year_days", _("驻村:每年天数"), 200, unit=_("天"), low=1, high=366,
    help=_("一年驻村应达到的天数。"),
)  # fmt: skip
COUNT_BUSINESS = declare(
    "cadres.resident_count_business", _("驻村:因公外出计入驻村"), 1, low=0, high=1,
    help=_("开会、跑项目等因公外出有报告的,填 1 计入驻村天数,填 0 不计。"),
)  # fmt: skip
LEAVE_DAYS = declare(
    "cadres.leave_township_days", _("驻村:乡镇可批的请假天数"), 3, unit=_("天"), low=0, high=15,
    help=_("不超过这么多天的由乡镇批准并报县备案,超过的由县批准。"),
)  # fmt: skip
ABSENCE_NO_EXCELLENT = declare(
    "cadres.absence_no_excellent", _("驻村:抽查不在岗几次不得评优"), 1, unit=_("次"),
    low=1, high=12, help=_("一年内抽查无故不在岗达到这么多次的,年度考核不得评为优秀。"),
)  # fmt: skip
ABSENCE_BASIC = declare(
    "cadres.absence_basic", _("驻村:抽查不在岗几次至多基本称职"), 2, unit=_("次"), low=1, high=12,
    help=_("一年内达到这么多次的,年度考核至多评为基本称职。"),
)  # fmt: skip
ABSENCE_INCOMPETENT = declare(
    "cadres.absence_incompetent", _("驻村:抽查不在岗几次评为不称职"), 3, unit=_("次"),
    low=1, high=12, help=_("一年内达到这么多次的,年度考核评为不称职。系统只列出,不自动定等次。"),
)  # fmt: skip
ASSESSMENT_GOOD = declare(
    "cadres.assessment_good", _("十分制考核:好的分数线"), 9, unit=_("分"), low=1, high=10,
    help=_("总分达到这条线的列入“好”。"),
)  # fmt: skip
ASSESSMENT_FAIR = declare(
    "cadres.assessment_fair", _("十分制考核:较好的分数线"), 6, unit=_("分"), low=1, high=10,
    help=_("总分达到这条线、不到“好”的列入“较好”,以下为“需改进”。"),
)  # fmt: skip
