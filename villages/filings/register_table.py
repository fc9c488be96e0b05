"""Columns of the register of forms, for screen, Excel, CSV and paper."""

from django.utils.translation import gettext_lazy as _

from villages.common.columns import Column, Kind, ListSpec

STATES = (("planned", _("未启用")), ("running", _("在用")), ("ended", _("已终止")))

REGISTER = ListSpec(
    key="report-forms",
    title=_("报表准入清单"),
    columns=(
        Column("number", _("准入编号"), width=20),
        Column("title", _("报表名称"), width=24),
        Column("owner", _("归口单位"), width=16),
        Column("basis", _("依据"), width=30),
        Column("inputs", _("填报项"), kind=Kind.INTEGER, unit=_("项"), total=True),
        Column("valid_from", _("启用日期"), kind=Kind.DATE),
        Column("valid_to", _("终止日期"), kind=Kind.DATE),
        Column("state", _("状态"), kind=Kind.CHOICE, choices=STATES),
    ),
    order=("number",),
    row_url="filings:form",
    row_arg="uid",
    row_label="title",
    search=("number", "title", "owner", "basis"),
    empty=_("没有登记报表。没有登记的,不向乡镇和村询问任何数据。"),
)
