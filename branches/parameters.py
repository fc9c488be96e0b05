"""Numbers that decide about party organizations: sizes, terms, elections, meetings."""

from django.utils.translation import gettext_lazy as _

from branches.choices import MeetingKind
from branches.schemes import parameters as _schemes  # noqa: F401 - declares those of schemes
from villages.parameters import declare

_PEOPLE, _YEARS, _MONTHS, _SEATS, _TIMES = _("人"), _("年"), _("个月"), _("名"), _("次")

LEAST = declare(
    "branches.least_members", _("成立党支部的最少正式党员"), 3, unit=_PEOPLE, low=1, high=20,
    help=_("正式党员少于此数的为空壳支部,应与邻近单位组建联合党支部。"),
)  # fmt: skip
LARGE = declare(
    "branches.large_over", _("党支部党员一般不超过"), 50, unit=_PEOPLE, low=10, high=500,
    help=_("正式党员超过此数的为超大支部,一般应设立党总支。"),
)  # fmt: skip
COUNTY = declare(
    "branches.committee_from", _("可以设立村党委的正式党员"), 100, unit=_PEOPLE, low=20, high=1000,
    help=_("达到此数的,经县委批准可以设立党委。"),
)  # fmt: skip
ELECTED = declare(
    "branches.elects_committee_from", _("设支部委员会的最少正式党员"), 7, unit=_PEOPLE,
    low=3, high=30, help=_("达到此数的设支部委员会,不足的设书记一名,必要时设副书记一名。"),
)  # fmt: skip
JOINT_UNITS = declare(
    "branches.joint_units", _("联合党支部一般不超过"), 5, unit=_("个单位"), low=2, high=20,
)  # fmt: skip
INACTIVE = declare(
    "branches.inactive_months", _("未开展活动满几个月为空壳支部"), 6, unit=_MONTHS, low=1, high=24,
    help=_("每个月都已填报且没有开展任何组织生活,才计算在内;没有填报的月份不算。"),
)  # fmt: skip
STALLED = declare(
    "branches.stalled_months", _("发展党员停滞满几个月提醒"), 12, unit=_MONTHS, low=1, high=60,
)  # fmt: skip

_TEAMS = (
    ("branch", _("支部委员会"), (3, 5, 7)),
    ("general", _("总支委员会"), (5, 7, 7)),
    ("committee", _("党委"), (5, 7, 9)),
)
_BOUNDS = (("least", _("最少")), ("usual", _("一般")), ("most", _("最多")))
SEATS = {
    (form, bound): declare(
        f"branches.seats.{form}.{bound}", _("%s委员%s") % (team, words), number,
        unit=_SEATS, low=1, high=15,
    )
    for form, team, numbers in _TEAMS
    for (bound, words), number in zip(_BOUNDS, numbers, strict=True)
}  # fmt: skip

TERM_VILLAGE = declare(
    "branches.term_village", _("村党组织任期"), 5, unit=_YEARS, low=1, high=5,
    help=_("村党委、党总支、党支部、联合党支部的任期。"),
)  # fmt: skip
TERM_OTHER = declare(
    "branches.term_other", _("其他党组织任期"), 3, unit=_YEARS, low=1, high=5,
    help=_("产业链、功能型、临时党支部的任期。"),
)  # fmt: skip
EXTENSION = declare(
    "branches.extension_months", _("延期或提前换届最多"), 12, unit=_MONTHS, low=1, high=24,
)  # fmt: skip
AMBER = declare(
    "branches.term_amber_months", _("届满前几个月提醒"), 3, unit=_MONTHS, low=1, high=24,
)  # fmt: skip
BY_ELECTION = declare(
    "branches.by_election_months", _("缺员后几个月内补选"), 3, unit=_MONTHS, low=1, high=24,
)  # fmt: skip
QUORUM = declare(
    "branches.quorum_percent", _("选举到会党员最低比例"), 80, unit="%", low=50, high=100,
    help=_("到会人数不足应到会人数此比例的,选举不能举行。"),
)  # fmt: skip
SURPLUS = declare(
    "branches.surplus_percent", _("候选人多于应选人数的最低比例"), 20, unit="%", low=0, high=100,
)  # fmt: skip

_PER_YEAR = {
    MeetingKind.ASSEMBLY: 4, MeetingKind.COMMITTEE: 12, MeetingKind.GROUP: 12,
    MeetingKind.THEME_DAY: 12, MeetingKind.CLASS: 4, MeetingKind.ORG_LIFE: 1,
    MeetingKind.APPRAISAL: 1, MeetingKind.TALK: 1,
}  # fmt: skip
_GRACE = {MeetingKind.ORG_LIFE: 2, MeetingKind.APPRAISAL: 3}
TIMES = {
    kind: declare(
        f"meetings.{kind}.per_year", _("%s每年至少") % kind.label, times,
        unit=_TIMES, low=0, high=12,
        help=_("填 12 为每月、4 为每季度、2 为每半年、1 为每年、0 为不要求。"),
    )
    for kind, times in _PER_YEAR.items()
}  # fmt: skip
GRACE = {
    kind: declare(
        f"meetings.{kind}.grace_months", _("%s可推迟到期后") % kind.label, _GRACE.get(kind, 0),
        unit=_MONTHS, low=0, high=6,
        help=_("填 2 表示上年度的可以在次年 2 月底前召开。"),
    )
    for kind in MeetingKind
}  # fmt: skip
LAST = declare(
    "meetings.attendance_last", _("到会率按最近几次平均"), 3, unit=_TIMES, low=1, high=12,
)  # fmt: skip
