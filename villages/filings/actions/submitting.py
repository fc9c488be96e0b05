"""Handing in: once, whole, into the ledgers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.common.clock import day_of
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.db.locks import hold
from villages.filings import values
from villages.filings.actions.drafting import require_filer
from villages.filings.actions.handing import hand_over
from villages.filings.actions.rows import begun, gate, require_step, require_versions, villages_of
from villages.filings.actions.timing import add_time
from villages.filings.choices import Channel
from villages.filings.declaring import FILED, Landing, sources
from villages.filings.figures.sheet import weighable
from villages.filings.models import Filing, FilingReceipt
from villages.filings.parameters import limits
from villages.filings.states import SUBMIT
from villages.filings.weighing import Place, Weighed, weigh
from villages.models import Village
from villages.trace.chain import digest_rows
from villages.trace.record import record


@dataclass(frozen=True)
class Submission:
    """What one person hands in at once, for villages of one township.

    `codes` are the villages; `typed` and `notes` are texts by village code and input, `versions`
    what the person saw. `key` was made by the client: the same key again is the same submission.
    `seconds` were spent typing, 0 where nobody measured; they are added up for the county only.
    """

    month: Month
    codes: tuple[str, ...]
    key: str
    channel: Channel
    typed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    notes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    versions: Mapping[str, int] = field(default_factory=dict)
    seconds: int = 0


@transaction.atomic
def submit(*, handed: Submission, by: Any, at: datetime) -> FilingReceipt:
    """Files these villages, exactly once, and gives the receipt.

    Raises `filing_not_allowed`, `village_unknown`, `several_townships`, `month_closed`,
    `version_changed`, `state_wrong`, `filing_invalid` (cells that cannot be read),
    `note_needed` (odd values without a sentence); the `fields` of the last two are
    "village code:input". Nothing typed is lost: the caller still has it, and drafts stay.
    """
    require_filer(by)
    hold(f"filing:{by.pk}:{handed.key}", exclusive=True)
    known: FilingReceipt | None = FilingReceipt.objects.filter(
        submitted_by=by.pk, key=handed.key
    ).first()
    if known:
        return known
    villages = villages_of(handed.codes, by=by)
    township = _one_township(villages)
    gate(villages, handed.month)
    filings = begun(villages, handed.month)
    require_step(SUBMIT, filings)
    require_versions(filings, handed.versions)
    weighed = _weighed(villages, filings, handed, day_of(at))
    rows = _plain(weighed)
    receipt = _receipt(handed, township, rows, by=by, at=at)
    hand_over(filings, weighed, receipt)
    _land(filings, weighed, receipt, handed.month, by)
    _count_time(handed, filings, weighed, day_of(at))
    _trace(receipt, villages, rows, by)
    return receipt


def _one_township(villages: list[Village]) -> str:
    codes = {one.township.code for one in villages}
    if len(codes) != 1:
        words = _("一次只能提交一个乡镇的村。")
        raise DomainError("several_townships", words, _("请分乡镇提交。"))
    return str(codes.pop())


def _weighed(
    villages: list[Village], filings: Mapping[str, Filing], handed: Submission, on: date
) -> Weighed:
    county = villages[0].county_code
    held = {one.village_id: one for one in filings.values()}
    grid = weighable(villages, county, handed.month, held)
    weighed = weigh(grid, handed.typed, handed.notes, limits(county, on))
    _refuse("filing_invalid", _("%d 处填写有误。"), weighed.faults, _("请改正标出的位置。"))
    _refuse(
        "note_needed", _("%d 处数值与往常差别较大。"), weighed.doubts,
        _("请核对;确实如此的,写一句说明即可提交。"),
    )  # fmt: skip
    return weighed


def _refuse(code: str, message: str, places: Mapping[Place, str], hint: str) -> None:
    if places:
        named = {f"{village}:{key}": words for (village, key), words in places.items()}
        raise DomainError(code, message % len(places), hint, **named)


def _receipt(
    handed: Submission, township: str, rows: Sequence[Any], *, by: Any, at: datetime
) -> FilingReceipt:
    """Numbered one after the other: whoever holds the township's filings is alone here."""
    given = FilingReceipt.objects.filter(township_code=township, month=handed.month.number)
    return FilingReceipt.objects.create(
        number=f"{township}-{handed.month.number}-{given.count() + 1:03d}",
        county_code=township[:6],
        township_code=township,
        month=handed.month.number,
        villages=len(set(handed.codes)),
        channel=handed.channel,
        key=handed.key,
        digest=digest_rows(rows),
        submitted_by=by,
        submitted_at=at,
    )


def _plain(weighed: Weighed) -> list[list[Any]]:
    return [
        [code, key, values.plain(value)]
        for code, answers in sorted(weighed.answers.items())
        for key, value in sorted(answers.items())
    ]


def _land(
    filings: Mapping[str, Filing], weighed: Weighed, receipt: FilingReceipt, month: Month, by: Any
) -> None:
    """Every answer goes into the ledger that owns it."""
    uids = {one.village_id: one.uid for one in filings.values()}
    for source in sources():
        answers = {
            filings[code].village_id: own
            for code, given in weighed.answers.items()
            if (own := {key: value for key, value in given.items() if source.owns(key)})
        }
        if answers:
            words, on = f"{FILED}{receipt.number}", day_of(receipt.submitted_at)
            source.land(Landing(receipt.county_code, month, answers, uids, words, by, on))


def _count_time(
    handed: Submission, filings: Mapping[str, Filing], weighed: Weighed, on: date
) -> None:
    inputs = len({key for given in weighed.answers.values() for key in given})
    county = next(iter(filings.values())).county_code
    add_time(
        county=county, month=handed.month, seconds=handed.seconds, villages=len(filings),
        inputs=inputs, on=on,
    )  # fmt: skip


def _trace(receipt: FilingReceipt, villages: list[Village], rows: Sequence[Any], by: Any) -> None:
    record(
        "filing.submitted", receipt, by=by, name=f"{villages[0].township.name} {receipt.number}",
        after={"month": receipt.month, "villages": receipt.villages},
        count=receipt.villages, rows=rows,
    )  # fmt: skip
