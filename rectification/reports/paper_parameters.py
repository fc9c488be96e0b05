"""What a county decides about the paper of its reports, as dated rows."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from rectification.reports.heads import Head
from villages import parameters
from villages.parameters import declare

PRINT_CODES = declare(
    "reports.print_codes", _("报告:印出数字编号"), 1, unit=_("0否1是"), low=0, high=1,
    help=_("填1时每句话后面用小字印出数字编号,凭报告码和编号可以查到来源;填0时不印,网页上照样能查。"),
)  # fmt: skip
TEMPLATE_MB = declare(
    "reports.template_mb",
    _("报告:打印模板大小上限"),
    2,
    unit="MB",
    low=1,
    high=10,
    help=_("上传的打印模板超过这个大小不接收。"),
)


def paper_facts(head: Head, county: str, on: date) -> dict[str, Any]:
    """What the drawing needs beside words and figures; frozen with the report."""
    return {
        "mark": head.mark,
        "consent": head.consent,
        "print_codes": parameters.value(PRINT_CODES.key, on=on, county=county),
    }
