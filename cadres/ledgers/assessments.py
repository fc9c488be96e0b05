"""The ten-point assessment: its scheme, and the totals that the scoring page writes."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from cadres.ledgers.listing import LISTED, listed
from cadres.models import AssessmentItem, TeamAssessment
from cadres.perms import may_keep_lists, may_see_judgements
from cadres.rules.assessment import barred_word
from villages.common.columns import Column
from villages.common.faults import Fault
from villages.ledgers.declaring import Chart, Item, Ledger


def _check_item(_values: Mapping[str, Any], row: AssessmentItem) -> Iterable[Fault]:
    """No item may judge by photos, notes, media or log-ins (为基层减负)."""
    if word := barred_word(row.name):
        said = _now("考核项目不能以“%s”作为评分内容。") % word
        yield Fault("name", "barred_word", said, _now("请改为看工作实绩的表述。"))


def _grounds_url(row: dict[str, Any]) -> str:
    return reverse("cadres:assessment", args=[row["village__code"], row["period"]])


SCHEME = listed(
    "assessment-items", AssessmentItem, _("十分制项目"), "assessment items", "assessment item",
    (*LISTED, Item("max_points", total=True)), check=_check_item,
)  # fmt: skip
ASSESSMENTS = Ledger(
    key="team-assessments",
    hub="cadres",
    model=TeamAssessment,
    title=_("驻村工作队十分制考核"),
    one=_("工作队考核"),
    title_en="team assessments",
    one_en="team assessment",
    items=(
        Item("village"),
        Item("period", chosen=True),
        Item("total"),
        Item("assessed_on"),
        Item("assessed_by"),
    ),
    natural_key=("village", "period"),
    order=("-period", "village__code"),
    may_read=may_see_judgements,
    may_write=may_keep_lists,
    writable=False,
    imported=False,
    columns=(
        Column(
            "grounds", _("评分依据"), computed=True, show=lambda _row: str(_("查看各项得分和依据")),
            needs=("village__code", "period"), href=_grounds_url, width=20,
        ),
    ),
    charts=(Chart("periods", _("已评工作队"), by="period", unit=_("个")),),
    empty=_("还没有评分。县委组织部在驻村工作队页面按项目评分,每项写明依据。"),
)  # fmt: skip
LEDGERS = (SCHEME, ASSESSMENTS)
