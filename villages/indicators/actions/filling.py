"""All values of one indicator and one period at once."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.indicators.ledgers.values import VALUES
from villages.indicators.models import IndicatorDefinition
from villages.indicators.periods import Span
from villages.ledgers.drafts import CREATED, UPDATED, Draft
from villages.ledgers.writing_many import write_many
from villages.models import Village

Faults = dict[tuple[str, str], str]


def fill_values(
    *, definition: IndicatorDefinition, span: Span, given: Mapping[str, Mapping[str, Any]], by: Any
) -> tuple[int, Faults]:
    """Makes or changes the values of these villages, by code; all of them or none.

    Gives how many rows were written, and what is wrong by (village code, field): where anything
    is, nothing was written. Raises `ledger_not_allowed`, `indicator_closed`, `month_closed` as
    a fault of each row. A constant number of statements.
    """
    if not definition.is_open:
        words = _("这个指标现在不填报。")
        raise DomainError("indicator_closed", words, _("请看它的生效和停用日期。"))
    villages = Village.objects.visible_to(by).in_county(definition.county_code)
    drafts = [
        Draft(_values(definition, span, village, given[village.code]), place=village.code)
        for village in villages.filter(code__in=list(given)).select_related("township")
    ]
    write_many(VALUES, drafts, by=by, county=definition.county_code, whole=True)
    written = sum(one.result in (CREATED, UPDATED) for one in drafts)
    faults = {
        (one.place, fault.field): f"{fault.message}{fault.hint}"
        for one in drafts
        for fault in one.faults
    }
    return (0 if faults else written), faults


def _values(
    definition: IndicatorDefinition, span: Span, village: Village, said: Mapping[str, Any]
) -> dict[str, Any]:
    return {"village": village, "definition": definition, "period": span.code, **said}
