"""How a village came to be what it is (沿革), as events in order."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from villages.figures.dossier import Dossier, Relative
from villages.models import FormerName, Village


def annals(village: Village, known: Dossier) -> list[dict[str, Any]]:
    """Successors, predecessors, former names and the first day, the newest first; no query."""
    dated: list[tuple[date, dict[str, Any]]] = []
    dated += [(one.since, _followed(one, _("%(kind)s → %(name)s"))) for one in known.successors]
    dated += [
        (one.since, _followed(one, _("由%(name)s%(kind)s而来"))) for one in known.predecessors
    ]
    dated += [(one.valid_to, _renamed(one)) for one in known.former]
    if village.valid_from:
        title = _("启用代码 %s") % village.code
        dated.append((village.valid_from, _event(village.valid_from.isoformat(), title, "")))
    return [event for _day, event in sorted(dated, key=lambda pair: pair[0], reverse=True)]


def _followed(one: Relative, text: str) -> dict[str, Any]:
    title = text % {"kind": one.kind, "name": f"{one.township} {one.name}".strip()}
    return _event(
        one.since.isoformat(), title, one.basis, reverse("villages:village", args=[one.code])
    )


def _renamed(one: FormerName) -> dict[str, Any]:
    return _event(_("至 %s") % one.valid_to.isoformat(), _("曾用名:%s") % one.name, one.basis)


def _event(when: str, title: str, detail: str, href: str = "") -> dict[str, Any]:
    return {"when": when, "title": title, "detail": detail, "href": href}
