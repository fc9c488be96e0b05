"""The ledger of what people entered for townships."""

from django.utils.translation import gettext_lazy as _

from rectification.reports.actions import assessment_entries
from rectification.reports.assessment.states import EntryStatus
from rectification.reports.models import AssessmentEntry
from rectification.reports.perms import may_keep_assessment, may_see_assessment
from villages.common import clock
from villages.common.columns import Kind
from villages.ledgers.declaring import Ask, Chart, Item, Ledger, Verb

WHO = (
    Item("assessment", asked=False, width=16),
    Item("township_code", asked=False, kind=Kind.CODE, shown=False),
    Item("township_name", asked=False, width=14),
)
ENTRIES = Ledger(
    key="assessment-entries",
    hub="reports",
    model=AssessmentEntry,
    title=_("考核录入"),
    one=_("考核录入"),
    title_en="entries of the year-end assessment",
    one_en="entry of the year-end assessment",
    items=(
        *WHO,
        Item("kind", chosen=True, asked=False, width=10),
        Item("block", asked=False, shown=False, kind=Kind.CODE),
        Item("points", asked=False),
        Item("veto", asked=False, shown=False, width=24),
        Item("ground", asked=False, wide=True, width=36),
        Item("evidence", asked=False, shown=False, width=24),
        Item("status", chosen=True, asked=False),
        Item("entered_on", asked=False, shown=False),
        Item("entered_name", asked=False, shown=False),
        Item("confirmed_name", asked=False, shown=False),
        Item("confirmed_on", asked=False, shown=False),
    ),
    natural_key=("assessment", "township_code", "kind", "entered_on"),
    order=("-id",),
    may_read=may_see_assessment,
    writable=False,
    removable=False,
    imported=False,
    verbs=(
        Verb(
            "confirm", _("确认"), "confirm",
            act=lambda row, *, by: assessment_entries.confirm(by=by, row=row, on=clock.today()),
            may=may_keep_assessment,
            offered=lambda user, row: (
                row.status == EntryStatus.WAITING and row.entered_by_id != user.pk
            ),
            explains=_("一票否决和校准由另一人确认后才计入。"),
        ),
        Verb(
            "withdraw", _("撤销"), "withdraw",
            act=lambda row, *, by, reason: assessment_entries.withdraw(
                by=by, row=row, reason=reason
            ),
            may=may_keep_assessment, danger=True,
            offered=lambda _user, row: row.status != EntryStatus.WITHDRAWN,
            asks=(Ask("reason", _("理由"), "reason", most=300, wide=True),),
        ),
    ),
    charts=(Chart("kinds", _("按种类"), by="kind", unit=_("条")),),
    search=("township_name", "ground"),
    empty=_("还没有录入。在年终考核页面点“录入”。"),
)  # fmt: skip
LEDGERS: tuple[Ledger, ...] = (ENTRIES,)
