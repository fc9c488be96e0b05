"""Columns of territory lists, for screen, Excel, CSV and print."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.choices import VillageKind
from villages.common.columns import Column, Kind, ListSpec
from villages.divisions.display import shown_name


def _village_name(row: dict[str, Any]) -> str:
    return shown_name(row["name"], row["township__name"], row["has_twin"])


VILLAGES = ListSpec(
    key="villages",
    title=_("村列表"),
    columns=(
        Column(
            "name", _("村名"), width=18, show=_village_name, needs=("township__name", "has_twin")
        ),
        Column("township", _("乡镇"), path="township__name", width=14),
        Column("code", _("区划代码"), kind=Kind.CODE, width=16),
        Column("kind", _("类型"), kind=Kind.CHOICE, choices=VillageKind.choices),
        Column("households", _("户数"), kind=Kind.INTEGER, unit=_("户"), total=True),
        Column("population", _("人口"), kind=Kind.INTEGER, unit=_("人"), total=True),
        Column("members", _("党员"), kind=Kind.INTEGER, unit=_("人"), total=True),
        Column(
            "farmland", _("耕地"), path="farmland_mu", kind=Kind.DECIMAL, unit=_("亩"), total=True
        ),
        Column("groups", _("村民小组"), kind=Kind.INTEGER, unit=_("个"), visible=False, total=True),
        Column("as_of", _("数据日期"), path="profile_as_of", kind=Kind.DATE),
        Column("former", _("曾用名"), width=16),
        Column("valid_from", _("启用日期"), kind=Kind.DATE, visible=False),
        Column("valid_to", _("停用日期"), kind=Kind.DATE, visible=False),
    ),
    order=("code",),
    identity="code",
    row_url="villages:village",
    row_arg="code",
    row_label="name",
    search=("search_text",),
    empty=_("没有符合条件的村。可以放宽筛选条件,或换一个区划日期。"),
)

COUNTIES = ListSpec(
    key="counties",
    title=_("县列表"),
    columns=(
        Column("name", _("县名"), width=16),
        Column("province", _("省份"), path="province_name", width=14),
        Column("city", _("市州"), path="city_name", width=14),
        Column("code", _("区划代码"), kind=Kind.CODE),
    ),
    order=("code",),
    identity="code",
    row_url="villages:county",
    row_arg="code",
    row_label="name",
    search=("search_text",),
    empty=_("还没有县。系统管理员可以从名录中添加。"),
)
