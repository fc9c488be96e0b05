"""Numbers of dispositions and appraisal."""

from django.utils.translation import gettext_lazy as _

from villages.parameters import declare

FILING_DAYS = declare(
    "cadres.disposition_filing_days", _("不胜任处置:备案时限"), 15, unit=_("天"), low=1, high=90,
    help=_("作出处置决定后应在这么多天内向组织部和民政局备案。"),
)  # fmt: skip
RETEST_SHARE = declare(
    "cadres.disposition_retest_share", _("不胜任处置:再评通过线"), 60, unit="%", low=50, high=90,
    help=_("再次测评中优秀和称职票合计须超过这个比例才算通过,恰好等于不算。"),
)  # fmt: skip
SANCTION_MONTHS = declare(
    "cadres.sanction_months", _("不胜任处置:近期受处置的月数"), 12, unit=_("个月"), low=1, high=36,
    help=_("统计最近这么多个月内受到处置的村干部。"),
)  # fmt: skip
EXCELLENT_SHARE = declare(
    "cadres.appraisal_excellent_share", _("年度考核:优秀比例上限"), 30, unit="%", low=5, high=100,
    help=_("一个乡镇评为优秀的比例高于它时提出询问,不阻止登记。"),
)  # fmt: skip
INCOMPETENT_RUN = declare(
    "cadres.appraisal_incompetent_run", _("年度考核:连续不称职的年数"), 2, unit=_("年"),
    low=1, high=5, help=_("连续这么多年不称职的列出,请按程序处理。"),
)  # fmt: skip
