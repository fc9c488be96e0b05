"""People of the cadre ledger."""

from datetime import date
from typing import Any

from django.db.models import Case, IntegerField, OuterRef, Subquery, Value, When
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cadres.checking.people import faults
from cadres.choices import Post
from cadres.models import Person, PostTenure
from cadres.perms import may_reveal
from cadres.sealing import unseal
from villages.common.columns import Column, Kind
from villages.common.text import mask_id_number, mask_phone
from villages.ledgers.declaring import Chart, Item, Ledger, Part
from villages.rest.fields import Field


def with_main_post(rows: Any, on: date) -> Any:
    """`main_post`: of the posts held in the village of the ledger that day, the first in order."""
    order = Case(
        *(When(post=post, then=Value(place)) for place, post in enumerate(Post)),
        output_field=IntegerField(),
    )
    held = PostTenure.objects.on(on).filter(person=OuterRef("pk"), village=OuterRef("village"))
    return rows.annotate(main_post=Subquery(held.order_by(order).values("post")[:1]))


def _sealed(row: dict[str, Any]) -> str:
    return gettext("已登记身份证号") if row["id_index"] else gettext("没有登记身份证号")


CADRES = Ledger(
    key="cadres",
    hub="cadres",
    model=Person,
    title=_("村干部"),
    one=_("村干部"),
    title_en="cadres",
    one_en="cadre",
    items=(
        Item("village", width=14),
        Item("name", width=10),
        Item("sex", chosen=True, width=6),
        Item("ethnicity", shown=False, width=8),
        Item("birth_month"),
        Item("education", chosen=True),
        Item("education_full_time", shown=False),
        Item("political", chosen=True),
        Item("joined_party_on", shown=False),
        Item("veteran", shown=False, chosen=True),
        Item("returnee", shown=False, chosen=True),
        Item("entrepreneur", shown=False, chosen=True),
        Item("retired_cadre", shown=False),
        Item("finance_knowledge", shown=False),
        Item("own_income", shown=False, seen_by=may_reveal),
        Item("health", shown=False, seen_by=may_reveal),
    ),
    natural_key=("village", "name", "birth_month"),
    order=("village__code", "name"),
    imported=False,
    removable=False,
    columns=(
        Column("main_post", _("主要职务"), kind=Kind.CHOICE, choices=Post.choices, width=18),
        Column(
            "private", _("证件与电话"), computed=True, show=_sealed, needs=("uid", "id_index"),
            visible=False, href=lambda row: reverse("cadres:identity", args=[row["uid"]]),
        ),
    ),
    answers=(
        Field("main_post", _("主要职务"), "Foremost post held today", nullable=True, choices=Post),
        Field(
            "id_number_masked", _("身份证号(掩码)"), "Identity number, masked",
            source="id_sealed", show=lambda sealed: mask_id_number(unseal(sealed)),
        ),
        Field(
            "phone_masked", _("联系电话(掩码)"), "Telephone number, masked",
            source="phone_sealed", show=lambda sealed: mask_phone(unseal(sealed)),
        ),
    ),
    annotate=with_main_post,
    check=faults,
    parts=(
        Part("tenures", "person", _("任职经历")),
        Part("post-filings", "person", _("任免备案")),
        Part("reserve-cadres", "person", _("培养计划")),
        Part("joint-reviews", "person", _("任职资格联审")),
        Part("appraisals", "person", _("年度考核")),
        Part("dispositions", "person", _("不胜任处置")),
        Part("postings", "person", _("驻村经历")),
    ),
    charts=(
        Chart("education", _("按学历"), by="education"),
        Chart("political", _("按政治面貌"), by="political"),
        Chart("townships", _("按乡镇"), by="township"),
    ),
    search=("name",),
    empty=_("还没有村干部。乡镇导入村干部花名册后出现在这里,也可以逐人登记。"),
    sections=(
        (_("基本情况"), (
            "village", "name", "sex", "ethnicity", "birth_month", "political", "joined_party_on",
        )),
        (_("学历"), ("education", "education_full_time")),
        (_("经历与条件"), (
            "veteran", "returnee", "entrepreneur", "retired_cadre", "finance_knowledge",
            "own_income", "health",
        )),
    ),
)  # fmt: skip

LEDGERS = (CADRES,)
