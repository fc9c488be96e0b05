"""Papers of the case file."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rectification.ledgers.belonging import (
    CASE_ITEMS,
    all_of,
    in_case,
    kept_in,
    of_case,
    same_case,
)
from rectification.models import CaseAnnex
from rectification.perms import may_keep_cases, may_see_cases, may_see_restricted
from rectification.states import CaseStatus
from villages.common.columns import Column
from villages.ledgers.declaring import Chart, Item, Ledger

# Papers of the screening come before listing and those of the revisits after closing.
TAKES_PAPERS = tuple(one for one in CaseStatus if one != CaseStatus.WITHDRAWN)


def _is_restricted(row: Any) -> bool:
    return bool(row.restricted)


def _download(row: dict[str, Any]) -> str:
    return reverse("cases:annex_file", args=[row["uid"]]) if row["sha256"] else ""


DOWNLOAD = Column(
    "download", _("文件"), computed=True, needs=("uid", "sha256"), width=10,
    show=lambda row: str(_("下载")) if row["sha256"] else "", href=_download,
    help=_("原样保存、按校验值核对后下载。"),
)  # fmt: skip
CASE_ANNEXES = Ledger(
    key="case-annexes",
    hub="cases",
    model=CaseAnnex,
    title=_("卷内材料"),
    one=_("卷内材料"),
    title_en="papers of case files",
    one_en="paper of a case file",
    items=(
        *CASE_ITEMS,
        Item("kind", chosen=True),
        Item("title", wide=True, width=28),
        Item("document_no", width=18),
        Item("dated_on"),
        Item("restricted", seen_by=may_see_restricted),
        Item("problem", by="seq", listed=False),
        Item("task", by="seq", listed=False),
        Item("file_name", asked=False, width=24),
        Item("media_type", asked=False, listed=False),
        Item("size", asked=False, shown=False),
        Item("sha256", asked=False, shown=False, width=40),
    ),
    natural_key=("case", "title", "document_no"),
    order=("village__code", "case", "dated_on"),
    may_read=may_see_cases,
    may_write=may_keep_cases,
    check=all_of(in_case(*TAKES_PAPERS), same_case("problem"), same_case("task")),
    holds=kept_in(*TAKES_PAPERS),
    settle=of_case,
    secret=_is_restricted,
    columns=(DOWNLOAD,),
    charts=(Chart("kinds", _("按类别"), by="kind", unit=_("份")),),
    search=("title", "document_no"),
    empty=_("还没有登记材料。材料从来不是办理步骤的条件,有文号的登记文号即可。"),
)
LEDGERS: tuple[Ledger, ...] = (CASE_ANNEXES,)
