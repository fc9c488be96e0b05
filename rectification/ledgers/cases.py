"""The cases themselves."""

import django_filters
from django.utils.translation import gettext_lazy as _

from rectification.ledgers.case_columns import NEXT, status_tone
from rectification.ledgers.case_rows import begin, begun_on, find_numbers, open_while, opened, told
from rectification.ledgers.case_verbs import MARK, TRANSFER, UNMARK
from rectification.ledgers.events import EVENTS
from rectification.ledgers.steps import step_verbs
from rectification.models import RectificationCase
from rectification.perms import may_keep_cases, may_see_cases
from rectification.states import CaseStatus
from villages.common.columns import Column, Kind
from villages.ledgers.declaring import Chart, Item, Ledger
from villages.rest.fields import Field

_YES_NO = (("true", _("已逾期")), ("false", _("未逾期")))
_SCREENING = open_while(CaseStatus.SCREENING)

CASES = Ledger(
    key="cases",
    hub="cases",
    model=RectificationCase,
    title=_("整顿台账"),
    one=_("整顿"),
    title_en="rectification cases",
    one_en="rectification case",
    page="cases:case",
    items=(
        Item("village", fixed=True),
        Item("listed_year", chosen=True, fixed=True, width=10),
        Item("number", fixed=True, find=find_numbers),
        Item("round", asked=False, width=6),
        Item("case_class", chosen=True, open=_SCREENING),
        Item("level", chosen=True, asked=False),
        Item("status", chosen=True, asked=False, tone=status_tone),
        Item("status_since", asked=False, shown=False),
        Item("origin", chosen=True, asked=False),
        Item("screened_on", fixed=True, shown=False),
        Item("facts", open=_SCREENING, wide=True, listed=False),
        Item("interviewed", open=_SCREENING, shown=False),
        Item("township_meeting_on", asked=False, listed=False),
        Item("proposed_on", asked=False, shown=False),
        Item("resolution_no", asked=False, listed=False),
        Item("proposal_reason", asked=False, wide=True, listed=False),
        Item("review_decision", asked=False, wide=True, listed=False),
        Item("confirmed_on", asked=False, shown=False),
        Item("document_no", asked=False, shown=False),
        Item("diagnosis", open=open_while(CaseStatus.PLANNING, text="diagnosis"), wide=True,
             listed=False),
        Item("goal", open=open_while(CaseStatus.PLANNING, text="goal"), wide=True, listed=False),
        Item("deadline", open=open_while(CaseStatus.PLANNING, text="deadline")),
        Item("first_deadline", asked=False, shown=False),
        Item("extension_count", asked=False, shown=False),
        Item("return_count", asked=False, shown=False),
        Item("plan_submitted_on", asked=False, shown=False),
        Item("plan_approved_on", asked=False, shown=False),
        Item("checked_on", asked=False, shown=False),
        Item("self_score", asked=False, shown=False),
        Item("applied_on", asked=False, shown=False),
        Item("application", asked=False, wide=True, listed=False),
        Item("signed_by", asked=False, listed=False),
        Item("accepted_on", asked=False, shown=False),
        Item("failed_count", asked=False, shown=False),
        Item("closed_on", asked=False, shown=False),
        Item("approval_no", asked=False, listed=False),
        Item("is_model", chosen=True, asked=False, shown=False),
        Item("withdrawn_reason", asked=False, wide=True, listed=False),
    ),
    natural_key=("number", "round"),
    order=("-listed_year", "number", "round"),
    dated=begun_on,
    may_read=may_see_cases,
    may_write=may_keep_cases,
    removable=False,
    imported=False,
    annotate=told,
    columns=(
        NEXT,
        Column("number_shown", _("印出的编号"), path="printed_number", visible=False),
        Column(
            "overdue", _("逾期"), kind=Kind.BOOLEAN, width=6,
            help=_("过了整顿时限还没有销号。"),
        ),
        Column("handler_name", _("经办人")),
    ),
    criteria={
        "overdue": django_filters.TypedChoiceFilter(
            label=_("逾期"), choices=_YES_NO, coerce=lambda value: value == "true"
        ),
    },
    answers=(
        Field(
            "number_shown", "印出的编号", "Number as printed, with the round from the second on",
            source="printed_number",
        ),
        Field("overdue", "逾期", "Under work after its deadline", Kind.BOOLEAN, filters=("exact",)),
        Field("handler_name", "经办人", "Who handles the case", nullable=True),
        Field("previous_case", "上一轮", "Case of the round before", source="previous_uid",
              nullable=True),
    ),
    settle=begin,
    after=opened,
    verbs=(*step_verbs(), TRANSFER, MARK, UNMARK),
    charts=(
        Chart("states", _("按状态"), by="status", unit=_("个")),
        Chart("townships", _("按乡镇"), by="township", unit=_("个")),
        Chart("levels", _("按层级"), by="level", unit=_("个")),
    ),
    search=("number",),
    empty=_("还没有整顿。排查登记或者接管纸质台账后显示在这里。"),
)  # fmt: skip
LEDGERS: tuple[Ledger, ...] = (CASES, EVENTS)
