"""Limits of village facts, as dated county rows."""

from django.utils.translation import gettext_lazy as _

from villages.parameters import declare

DISCLOSURE_GRACE = declare(
    "disclosure.grace_days",
    _("公开逾期宽限"),
    10,
    unit=_("天"),
    low=0,
    high=60,
    help=_("季度或月份结束后多少天内仍未公开才算漏公开。"),
)
DISCLOSURE_KEPT = declare(
    "disclosure.kept_days",
    _("公开保留天数"),
    15,
    unit=_("天"),
    low=1,
    high=365,
    help=_("公开内容至少保留多少天。村民委员会组织法(2025年修订)第三十五条:不少于十五日。"),
)
LOOK_BACK = declare(
    "affairs.look_back_quarters",
    _("公开和会议回看季度数"),
    4,
    unit=_("个季度"),
    low=1,
    high=12,
    help=_("计算漏公开、未开会时最多回看多少个季度。"),
)
MATTER_DAYS = declare(
    "matters.step_days",
    _("四议两公开补齐期限"),
    10,
    unit=_("天"),
    low=1,
    high=90,
    help=_("后一步骤或实施已开始,前面的步骤缺失超过多少天算缺步骤;决议、结果公开也按此计算。"),
)
MATTER_MONEY = declare(
    "matters.money_limit",
    _("重大事项金额线"),
    5,
    unit=_("万元"),
    low=1,
    high=1_000,
    help=_("涉及金额达到多少万元的重大事项缺步骤时从重。"),
)
SURVEY_MONTHS = declare(
    "surveys.valid_months",
    _("满意度测评有效期"),
    12,
    unit=_("个月"),
    low=1,
    high=36,
    help=_("多少个月以内的测评才用来反映一个村的满意度。"),
)
SURVEY_FAIRLY = declare(
    "surveys.fairly_counts",
    _("基本满意计入满意率"),
    1,
    unit=_("1 是 0 否"),
    low=0,
    high=1,
    help=_("满意率的分子是否包括“基本满意”。"),
)
SITE_AREA = declare(
    "sites.least_area",
    _("活动场所最小面积"),
    200,
    unit=_("平方米"),
    low=1,
    high=5_000,
    help=_("村级活动场所建筑面积低于多少平方米列为不足。"),
)
REPRESENTATIVES_SHARE = declare(
    "meetings.representatives_share",
    _("村民代表占组成人员比例"),
    80,
    unit="%",
    low=1,
    high=100,
    help=_("村民委员会组织法(2025年修订):村民代表占村民代表会议组成人员五分之四以上。"),
)
INCIDENT_MONTHS = declare(
    "incidents.months",
    _("事件回看月数"),
    1,
    unit=_("个月"),
    low=1,
    high=12,
    help=_("看一个村有没有安全和群体性事件时,回看多少个月(含当月)。"),
)
MEND_DAYS = declare(
    "oversight.mend_days",
    _("监督问题整改期限"),
    30,
    unit=_("天"),
    low=1,
    high=365,
    help=_("小微权力、用印、财务监督发现的问题多少天内应整改。"),
)
