"""Numbers of the joint review."""

from django.utils.translation import gettext_lazy as _

from villages.parameters import declare

ANSWER_WORKDAYS = declare(
    "cadres.review_answer_days", _("联审:部门答复时限"), 3, unit=_("个工作日"), low=1, high=30,
    help=_("从送审次日起算,到期未答复的,部领导可以督促后按未答复处理。"),
)  # fmt: skip
VALID_MONTHS = declare(
    "cadres.review_valid_months", _("联审:结论有效期"), 6, unit=_("个月"), low=1, high=24,
    help=_("从作出结论之日起算;过期任职须重新联审。"),
)  # fmt: skip
REQUIRED = declare(
    "cadres.review_required", _("联审:未经联审不得任职"), 0, low=0, high=1,
    help=_("填 1 的生效日期起,新任村“两委”职务都应有有效的联审结论;填 0 不检查。"),
)  # fmt: skip
PENDING_DAYS = declare(
    "cadres.review_pending_days", _("联审:久拖未决的天数"), 15, unit=_("天"), low=1, high=120,
    help=_("发起后超过这么多天还没有结论的,列入久拖未决。"),
)  # fmt: skip
EXPIRING_DAYS = declare(
    "cadres.review_expiring_days", _("联审:结论到期提前提示"), 30, unit=_("天"), low=1, high=120,
    help=_("结论在这么多天内到期、而此人尚未任职的,列入即将到期。"),
)  # fmt: skip
