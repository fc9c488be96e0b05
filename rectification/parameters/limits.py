"""How long steps may take, and what else the county fixes about cases."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.parameters import declare


def _days(key: str, label: Any, days: int) -> Any:
    return declare(
        f"rectification.{key}", label, days, unit=_("个工作日"), low=1, high=120,
        help=_("超过的在台账和待办中提示。"),
    )  # fmt: skip


PROPOSE = _days("propose_days", _("整顿:排查登记后上报"), 5)
START_REVIEW = _days("start_review_days", _("整顿:上报后组织研判"), 5)
REVIEW = _days("review_days", _("整顿:联合研判"), 10)
PLAN = _days("plan_days", _("整顿:认定后报审方案"), 15)
PLAN_REVIEW = _days("plan_review_days", _("整顿:审核方案"), 5)
CHECK = _days("check_days", _("整顿:乡镇初验"), 10)
ACCEPTANCE = _days("acceptance_days", _("整顿:县级验收"), 15)
CLOSE = _days("close_days", _("整顿:验收合格后销号"), 10)
NOTICE = declare(
    "rectification.notice_days", _("整顿:销号公示"), 5, unit=_("个工作日"), low=1, high=30,
    help=_("公示从开始之日起算,满了才能销号。"),
)  # fmt: skip
OPINIONS = declare(
    "rectification.opinions", _("整顿:联合研判的部门数"), 3, unit=_("个"), low=1, high=20,
    help=_("部门意见不足的不能认定。"),
)  # fmt: skip
LONGEST = declare(
    "rectification.longest_months", _("整顿:时限最长"), 12, unit=_("个月"), low=1, high=36,
    help=_("从认定之日起算;方案和延期都不能超过。"),
)  # fmt: skip
EXTENSION = declare(
    "rectification.extension_months", _("整顿:一次延期最长"), 3, unit=_("个月"), low=1, high=12,
    help=_("验收不合格后的重新整顿时限也按此控制。"),
)  # fmt: skip
LEADER_FROM = declare(
    "rectification.leader_extension", _("整顿:第几次延期起由县领导批"), 3, unit=_("次"), low=1,
    high=10, help=_("此前的延期由组织部批。"),
)  # fmt: skip
FOLLOW_UP = declare(
    "rectification.follow_up_months", _("整顿:巩固期"), 12, unit=_("个月"), low=1, high=36,
    help=_("巩固期内的回访全部保持良好,到期后巩固达标。"),
)  # fmt: skip
RELAPSE = declare(
    "rectification.relapse_months", _("整顿:多久以内再次列入算反弹"), 24, unit=_("个月"), low=1,
    high=60, help=_("从销号之日起算,用于排查情形“反弹”和反弹率。"),
)  # fmt: skip
REVISITS = tuple(
    declare(
        f"rectification.revisit_{number}", _("整顿:第 %(number)s 次回访") % {"number": number},
        months, unit=_("个月"), low=1, high=36, help=_("从销号之日起算。"),
    )
    for number, months in ((1, 3), (2, 6), (3, 12))
)  # fmt: skip
