"""What happened to cases: read only, and restricted words for nobody here."""

from typing import Any

from django.db.models import Case, TextField, Value, When
from django.db.models.functions import Cast, Concat, Trim
from django.utils.translation import gettext_lazy as _

from rectification.models import CaseEvent
from rectification.perms import may_see_cases
from villages.common.columns import Column
from villages.ledgers.declaring import Item, Ledger
from villages.rest.fields import Field


def _told(rows: Any, _on: Any) -> Any:
    """Words of restricted steps stay on the page of the case. Events are never changed."""
    words = Trim(Concat(Cast("reason", TextField()), Value(" "), "text", output_field=TextField()))
    hidden = When(restricted=True, then=Value("", output_field=TextField()))
    return rows.annotate(
        words=Case(hidden, default=words, output_field=TextField()),
        version=Value(1),
        source=Value("", output_field=TextField()),
    )


EVENTS = Ledger(
    key="case-events",
    hub="cases",
    model=CaseEvent,
    title=_("整顿经过"),
    one=_("经过"),
    title_en="events of cases",
    one_en="event of a case",
    items=(
        Item("village", asked=False),
        Item("case", by="number", asked=False, width=14),
        Item("step", asked=False, width=16),
        Item("from_status", asked=False, shown=False),
        Item("to_status", asked=False, chosen=True),
        Item("on", asked=False, chosen=True),
        Item("by_name", asked=False),
        Item("document_no", asked=False, shown=False),
        Item("at", asked=False, shown=False),
    ),
    natural_key=("case", "at"),
    order=("-on", "-at"),
    may_read=may_see_cases,
    writable=False,
    removable=False,
    imported=False,
    annotate=_told,
    columns=(Column("words", _("说明"), width=36),),
    answers=(Field("words", "说明", "Reason and remark; empty where they are restricted"),),
    search=("by_name",),
    empty=_("还没有经过。每办理一步,这里记一条。"),
)
