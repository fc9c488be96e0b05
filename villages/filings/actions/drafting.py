"""Keeping what was typed, before anything is submitted."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.filings.actions.rows import gate, locked, require_step, require_versions, villages_of
from villages.filings.figures.sheet import NOTE, asked
from villages.filings.models import Filing
from villages.filings.perms import may_file
from villages.filings.states import SUBMIT

_LONGEST = 200


@transaction.atomic
def save_draft(
    *,
    month: Month,
    typed: Mapping[str, Mapping[str, str]],
    versions: Mapping[str, int],
    by: Any,
    at: datetime,
    notes: Mapping[str, Mapping[str, str]] | None = None,
) -> dict[str, int]:
    """Keeps typed texts by village code and input, wrong ones too: nothing is judged here.

    An empty text is kept as empty, so that a prefilled cell may be cleared. `notes` are the
    sentences that explain odd values, of the same villages. Returns the new version of each
    filing. Raises `month_closed`, `version_changed`, `state_wrong`,
    `village_unknown`, `filing_not_allowed`, `input_unknown`.
    """
    require_filer(by)
    villages = villages_of(typed, by=by)
    gate(villages, month)
    _require_asked([typed, notes or {}], villages[0].county_code if villages else "", month)
    filings = locked(villages, month)
    require_step(SUBMIT, filings)
    require_versions(filings, versions)
    said = notes or {}
    for code, texts in typed.items():
        _keep(filings[code], {**texts, **_as_notes(said.get(code, {}))}, at)
    Filing.objects.bulk_update(filings.values(), ["draft", "draft_at", "version"])
    return {code: one.version for code, one in filings.items()}


def require_filer(by: Any) -> None:
    """Refuses whoever does not file."""
    if not may_file(by):
        words = _("您不能填报。")
        raise DomainError("filing_not_allowed", words, _("请联系所在乡镇的组织干事。"))


def _as_notes(said: Mapping[str, str]) -> dict[str, str]:
    return {f"{NOTE}{key}": words for key, words in said.items()}


def _require_asked(
    given: Iterable[Mapping[str, Mapping[str, str]]], county: str, month: Month
) -> None:
    known = {one.key for one in asked(county, month.end)}
    unknown = {key for texts in given for own in texts.values() for key in own} - known
    if unknown:
        raise DomainError(
            "input_unknown",
            _("%s没有“%s”这一项。") % (month.label, "、".join(sorted(unknown)[:5])),
            _("请刷新页面后再填。"),
        )


def _keep(filing: Filing, texts: Mapping[str, str], at: datetime) -> None:
    filing.draft = {**filing.draft, **{key: text[:_LONGEST] for key, text in texts.items()}}
    filing.draft_at = at
    filing.version += 1
