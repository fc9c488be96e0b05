"""Which of a township's sentences were written before: by another village, or in another month."""

from collections.abc import Mapping, Sequence

from villages.common.periods import Month
from villages.filings.choices import FilingState
from villages.filings.models import FilingMark
from villages.filings.similar import Likeness, Resemblance, Said, resemblances

_HANDED = (FilingState.SUBMITTED, FilingState.RETURNED, FilingState.ACCEPTED)


def copied(
    notes: Mapping[str, Sequence[str]], month: Month, likeness: Likeness
) -> list[Resemblance]:
    """Sentences by village code, beside all of the county in this month and the months before.

    One query, none where nobody wrote a sentence.
    """
    own = [Said(code, month.number, text) for code, texts in notes.items() for text in texts]
    if not own:
        return []
    return resemblances(own, _written(own[0].code[:6], month, likeness.months), likeness)


def _written(county: str, month: Month, back: int) -> list[Said]:
    """Every sentence handed in, in the order of villages and months."""
    months = [month.shift(-one).number for one in range(back + 1)]
    rows = FilingMark.objects.filter(
        filing__county_code=county, filing__month__in=months, filing__state__in=_HANDED
    ).exclude(note="")
    found = rows.order_by("filing__village__code", "filing__month", "pk")
    return [
        Said(*row) for row in found.values_list("filing__village__code", "filing__month", "note")
    ]
