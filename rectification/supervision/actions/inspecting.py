"""An inspection goes its way: the sample is drawn, teams go out, it is published or cancelled."""

from collections.abc import Mapping
from datetime import date
from secrets import token_hex
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.supervision import inspection_states as states
from rectification.supervision.actions.inspection_stepping import require_step, step_taken
from rectification.supervision.actions.stepping import name_of
from rectification.supervision.figures.risk import Risk, risks
from rectification.supervision.models import Finding, Inspection, InspectionSite, SiteAnswer
from rectification.supervision.rules import sampling
from villages.common.errors import DomainError
from villages.ledgers.keeping import locked

_SEED_MOST = 32


@transaction.atomic
def draw(
    inspection: Inspection, *, by: Any, on: date, size: int, seed: str = "", reason: str = ""
) -> Inspection:
    """Draws villages at random, weighted by risk; seed, weights and reasons are kept.

    Villages chosen by hand stay and are not drawn. The same seed and day give the same villages
    again as long as their weights are the same; drawing once more needs a reason. The digest of
    all weights goes on the trail. Raises `sample_size`, `sample_reason`, `sample_recorded`.
    """
    row: Inspection = locked(inspection)
    require_step(row, states.DRAW, on)
    _refuse_draw(row, size, reason)
    seed = seed.strip()[:_SEED_MOST] or token_hex(8)
    chosen = set(row.sites.filter(is_drawn=False).values_list("village__code", flat=True))
    known = {code: one for code, one in risks(row.county_code, on).items() if code not in chosen}
    weights = {code: one.weight for code, one in known.items()}
    codes = sampling.draw(weights, seed=seed, day=on, size=size)
    if len(codes) < size:
        words = _("要抽 %(size)d 个村,可抽的只有 %(all)d 个。") % {"size": size, "all": len(codes)}
        raise DomainError("sample_size", words, _("请减少村数。"), size=words)
    row.sites.filter(is_drawn=True).delete()
    InspectionSite.objects.bulk_create(_site(row, known[code]) for code in codes)
    values = {"seed": seed, "sample_size": size, "drawn_on": on, "drawn_by": name_of(by)}
    said = " ".join(filter(None, (seed, reason)))
    step_taken(
        row, states.DRAW, by=by, on=on, values=values, reason=said, rows=sorted(weights.items())
    )
    return row


@transaction.atomic
def start(inspection: Inspection, *, by: Any, on: date) -> Inspection:
    """The teams go out. Raises `inspection_empty` while no village is on the list."""
    row: Inspection = locked(inspection)
    require_step(row, states.START, on, row.drawn_on)
    if not row.sites.exists():
        hint = _("请先抽取名单,或者在“检查村”中登记。")
        raise DomainError("inspection_empty", _("名单上还没有村。"), hint)
    step_taken(row, states.START, by=by, on=on, values={})
    return row


@transaction.atomic
def publish(inspection: Inspection, *, by: Any, on: date, summary: str = "") -> Inspection:
    """Townships see from now on which of their villages were visited and what was found.

    Every village was visited, or it is written down why not. Raises `inspection_unvisited`.
    """
    row: Inspection = locked(inspection)
    require_step(row, states.PUBLISH, on, row.from_on)
    left = row.sites.filter(visited_on=None, note="").values_list("village__name", flat=True)
    if left:
        words = _("还有 %(count)d 个村没有记录:%(names)s。") % {
            "count": len(left), "names": "、".join(left[:5]),
        }  # fmt: skip
        hint = _("请记录检查情况;没有去的,在“情况”中写明原因。")
        raise DomainError("inspection_unvisited", words, hint)
    values = {"published_on": on, "summary": summary.strip() or row.summary}
    step_taken(row, states.PUBLISH, by=by, on=on, values=values, reason=summary)
    return row


@transaction.atomic
def cancel(inspection: Inspection, *, by: Any, on: date, reason: str) -> Inspection:
    """It does not take place; townships never hear of it."""
    row: Inspection = locked(inspection)
    require_step(row, states.CANCEL, on)
    step_taken(row, states.CANCEL, by=by, on=on, values={}, reason=reason)
    return row


def _site(row: Inspection, risk: Risk) -> InspectionSite:
    return InspectionSite(
        county_code=row.county_code, inspection=row, village_id=risk.village, is_drawn=True,
        weight=risk.weight, why=risk.why,
    )  # fmt: skip


def _refuse_draw(row: Inspection, size: int, reason: str) -> None:
    if size < 1:
        words = _("至少抽取 1 个村。")
        raise DomainError("sample_size", words, size=words)
    if row.status == states.InspectionStatus.DRAWN and not reason.strip():
        words = _("名单已经抽取过,重新抽取请写明原因。")
        raise DomainError("sample_reason", words, _("原因记入操作留痕。"), reason=words)
    if _recorded(row):
        words = _("名单上已有到村记录,不能重新抽取。")
        raise DomainError("sample_recorded", words, _("需要时另行登记一次检查。"))


def _recorded(row: Inspection) -> bool:
    """Whether anything was written down about a village that was drawn."""
    drawn: Mapping[str, Any] = {"site__inspection": row, "site__is_drawn": True}
    visited = row.sites.filter(is_drawn=True, visited_on__isnull=False)
    return bool(
        visited.exists()
        or SiteAnswer.objects.filter(**drawn).exists()
        or Finding.objects.filter(**drawn).exists()
    )
