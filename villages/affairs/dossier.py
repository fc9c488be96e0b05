"""Village facts of one village in words: subject, what is known, where the rows stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from villages.affairs.choices import SiteState
from villages.affairs.figures.overview import Overview
from villages.common.shares import share_text
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import address

NOTHING = "—"


@dataclass(frozen=True)
class Line:
    """One subject of a village; `is_bad` where the county should look, `url` to the rows."""

    subject: str
    text: str
    url: str
    is_bad: bool = False


def dossier(found: Overview, code: str) -> list[Line]:
    """What is known about a village; a subject nobody filed says so."""
    return [
        Line(
            str(ledgers()[key].title), text or _("缺报"), f"{address(ledgers()[key])}?q={code}", bad
        )
        for key, text, bad in _said(found, code)
    ]


def _said(found: Overview, code: str) -> Iterator[tuple[str, str, bool]]:
    yield "activity-sites", *_site(found, code)
    yield "disclosures", *_disclosure(found, code)
    yield "village-meetings", *_meetings(found, code)
    yield "major-matters", *_matters(found, code)
    yield "petitions", *_petitions(found, code)
    yield "incidents", *_incidents(found, code)
    yield "surveys", *_satisfaction(found, code)
    yield "associations", *_associations(found, code)
    yield "honours", "、".join(found.customs.honours.get(code, ())) or NOTHING, False
    yield "village-rules", _("有现行的") if code in found.customs.rules else NOTHING, False
    yield "grids", *_grids(found, code)
    yield "power-exceptions", *_oversight(found, code)


def _site(found: Overview, code: str) -> tuple[str, bool]:
    one = found.sites.by_village.get(code)
    if one is None:
        return "", True
    state = str(SiteState(one.state).label)
    area = _(" %s 平方米") % one.area_m2 if one.area_m2 is not None else ""
    lacks = _(",缺:%s") % "、".join(one.lacks) if one.lacks else ""
    open_ones = _(",未核查 %d 项") % len(one.unchecked) if one.unchecked else ""
    return f"{state}{area}{lacks}{open_ones}", found.sites.short(code)


def _disclosure(found: Overview, code: str) -> tuple[str, bool]:
    one = found.disclosure.by_village.get(code)
    if one is None:
        return "", True
    if not one.days_late:
        return _("按时公开"), False
    return _("漏公开,已过 %d 天") % one.days_late, True


def _meetings(found: Overview, code: str) -> tuple[str, bool]:
    one = found.meetings.by_village.get(code)
    if one is None:
        return "", True
    if one.quarters_without:
        return _("连续 %d 个季度没开") % one.quarters_without, True
    return _("上季度已开"), False


def _matters(found: Overview, code: str) -> tuple[str, bool]:
    one = found.matters.by_village.get(code)
    if one is None:
        return "", False
    if one.missing:
        words = {"total": one.total, "steps": len(one.missing), "days": one.days}
        return _("%(total)d 件,缺步骤 %(steps)d 处,最长 %(days)d 天") % words, True
    return _("%d 件,步骤齐全") % one.total, False


def _petitions(found: Overview, code: str) -> tuple[str, bool]:
    one = found.petitions.by_village.get(code)
    if one is None:
        return "", True
    words = {"month": found.month.label, "first": one.first, "open": one.unresolved}
    bad = bool(one.collective or one.beyond or one.overdue)
    return _("%(month)s初信初访 %(first)d 件,未办结 %(open)d 件") % words, bad


def _incidents(found: Overview, code: str) -> tuple[str, bool]:
    one = found.incidents.by_village.get(code)
    if one is None:
        return _("没有登记"), False
    words = {"count": one.count, "worst": one.worst.label, "open": one.still_open}
    return _("%(count)d 起,最高等级%(worst)s,未办结 %(open)d 起") % words, True


def _satisfaction(found: Overview, code: str) -> tuple[str, bool]:
    one = found.satisfaction.by_village.get(code)
    return ("", True) if one is None else (share_text(one.content, one.answered), False)


def _associations(found: Overview, code: str) -> tuple[str, bool]:
    held = found.customs.associations.get(code)
    if held is None:
        return "", True
    lacks = found.customs.lacking(code)
    return (_("缺:%s") % "、".join(lacks), True) if lacks else (_("齐全"), False)


def _grids(found: Overview, code: str) -> tuple[str, bool]:
    one = found.grids.by_village.get(code)
    if one is None:
        return "", True
    words = {
        "grids": one.grids,
        "heads": one.heads,
        "cover": share_text(one.covered, one.households),
    }
    return _("%(grids)d 个网格,联户长 %(heads)d 人,覆盖 %(cover)s") % words, False


def _oversight(found: Overview, code: str) -> tuple[str, bool]:
    one = found.oversight.by_village.get(code)
    if one is None:
        return _("没有登记"), False
    words = {"total": one.total, "open": one.still_open}
    return _("%(total)d 个,未整改 %(open)d 个") % words, bool(one.still_open)
