"""The villages of a month with the state of each: what is done, what came back and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.common.periods import Month
from villages.filings.choices import FilingState
from villages.filings.figures.sheet import asked
from villages.filings.models import Filing, FilingReturn
from villages.models import Village

NOT_BEGUN = _("未开始")
_TONES = {
    "": "waiting",
    FilingState.DRAFT: "waiting",
    FilingState.RETURNED: "bad",
    FilingState.SUBMITTED: "plain",
    FilingState.ACCEPTED: "plain",
}


@dataclass(frozen=True)
class Back:
    """One value sent back: the input (`""`: the filing as a whole), its label, why."""

    key: str
    label: str
    reason: str


@dataclass(frozen=True)
class RosterLine:
    """One village of a month. `state` is "" where nobody began; `saved_at` the last draft."""

    code: str
    name: str
    state: str = ""
    is_late: bool = False
    saved_at: datetime | None = None
    sent_at: datetime | None = None
    returns: tuple[Back, ...] = ()

    @property
    def label(self) -> Any:
        """The state in words."""
        return FilingState(self.state).label if self.state else NOT_BEGUN

    @property
    def tone(self) -> str:
        """How the state looks: open work stands out."""
        return _TONES[self.state]

    @property
    def is_open(self) -> bool:
        """Whether the township still has something to do."""
        return self.state in {"", FilingState.DRAFT, FilingState.RETURNED}


def roster(villages: Iterable[Village], county: str, month: Month) -> list[RosterLine]:
    """The villages, those sent back first, then as given. Three queries."""
    chosen = list(villages)
    filings = Filing.objects.of_villages(one.pk for one in chosen).of_month(month)
    by_village = {one.village_id: one for one in filings}
    backs = _backs(by_village.values(), county, month)
    lines = [_line(one, by_village.get(one.pk), backs) for one in chosen]
    return sorted(lines, key=lambda line: line.state != FilingState.RETURNED)


def _line(
    village: Village, filing: Filing | None, backs: Mapping[int, tuple[Back, ...]]
) -> RosterLine:
    if filing is None:
        return RosterLine(village.code, village.name)
    return RosterLine(
        village.code, village.name, filing.state, filing.is_late, filing.draft_at,
        filing.sent_at, backs.get(filing.pk, ()),
    )  # fmt: skip


def _backs(filings: Iterable[Filing], county: str, month: Month) -> dict[int, tuple[Back, ...]]:
    labels = {one.key: str(one.label) for one in asked(county, month.end)}
    sent_back = [one.pk for one in filings if one.state == FilingState.RETURNED]
    found: dict[int, tuple[Back, ...]] = {}
    for row in FilingReturn.objects.filter(filing__in=sent_back, mended_at=None).order_by("pk"):
        back = Back(row.input_key, labels.get(row.input_key, ""), reason_of(row))
        found[row.filing_id] = (*found.get(row.filing_id, ()), back)
    return found


def reason_of(row: FilingReturn) -> str:
    """Why, in one line."""
    return ":".join(part for part in (str(row.get_reason_display()), row.words) if part)
