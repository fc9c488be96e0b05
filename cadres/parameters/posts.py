"""Numbers that decide about posts, teams, reserve cadres and the public page."""

from django.utils.translation import gettext_lazy as _

from villages.parameters import declare

RESERVE = "cadres.reserve_per_village"
FILING_DAYS = "cadres.filing_answer_workdays"
OFFICER_LEAST = "cadres.villages_per_officer_least"
OFFICER_MOST = "cadres.villages_per_officer_most"
SUPERVISION_LEAST = "cadres.supervision_committee_least"
SUPERVISION_MOST = "cadres.supervision_committee_most"
AGE_NEW = "cadres.age_limit_new"
AGE_SECRETARY = "cadres.age_limit_secretary"
AGE_OTHER = "cadres.age_limit_other"
PUBLIC_PAGE = "cadres.public_page"

declare(
    RESERVE, _("后备干部:每村人数"), 2, unit="人", low=0, high=10,
    help=_("少于这个数的村列为后备不足。"),
)  # fmt: skip
declare(
    FILING_DAYS, _("任免备案:答复时限"), 5, unit="个工作日", low=1, high=60,
    help=_("从乡镇报送备案的次日起计算,超过即列为逾期未答复。"),
)  # fmt: skip
declare(
    OFFICER_LEAST, _("纪检干部联系村:最少"), 3, unit="个村", low=1, high=20,
    help=_("一名乡镇纪检干部联系的村少于这个数,列为偏少。"),
)  # fmt: skip
declare(
    OFFICER_MOST, _("纪检干部联系村:最多"), 4, unit="个村", low=1, high=30,
    help=_("一名乡镇纪检干部联系的村多于这个数,列为偏多。"),
)  # fmt: skip
declare(
    SUPERVISION_LEAST, _("村务监督委员会:最少人数"), 3, unit="人", low=1, high=9,
)  # fmt: skip
declare(
    SUPERVISION_MOST, _("村务监督委员会:最多人数"), 5, unit="人", low=1, high=9,
)  # fmt: skip
declare(
    AGE_NEW, _("年龄提示:新任村干部上限"), 55, unit="岁", low=30, high=80,
    help=_("任职当时超过这个年龄的,列为提示,由组织部门判断。"),
)  # fmt: skip
declare(
    AGE_SECRETARY, _("年龄提示:留任书记上限"), 60, unit="岁", low=30, high=80,
    help=_("在任书记超过这个年龄的,列为提示。"),
)  # fmt: skip
declare(
    AGE_OTHER, _("年龄提示:其他留任村干部上限"), 55, unit="岁", low=30, high=80,
    help=_("在任的其他村干部超过这个年龄的,列为提示。"),
)  # fmt: skip
declare(
    PUBLIC_PAGE, _("村干部基本信息公开页"), 0, unit="(1 开放,0 关闭)", low=0, high=1,
    help=_("开放后,不登录也能看到各村干部的姓名、职务、任期和分工;不含证件号、电话、出生年月。"),
)  # fmt: skip
