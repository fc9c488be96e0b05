"""Finding units by name, former name, code, pinyin and initials."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Case, IntegerField, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import may_run_system, works_in_territory
from villages.common.registries import SearchHit, SearchSource
from villages.common.text import search_key
from villages.divisions.display import shown_name, with_twins
from villages.divisions.renaming import former_names
from villages.models import County, Township, Village


def find_villages(user: Any, text: str, limit: int) -> list[SearchHit]:
    """Villages of the user's county first, then of the rest of the territory."""
    terms = _terms(text)
    if not terms:
        return []
    rows = Village.objects.visible_to(user).filter(_every(terms, _village_term))
    found = _near_first(rows, user, terms, limit, _village_values)
    former = former_names(row[0] for row in found) if found else {}
    return [_village_hit(row, former.get(row[0], ())) for row in found]


def find_townships(user: Any, text: str, limit: int) -> list[SearchHit]:
    """Townships that the territory covers or lies in."""
    terms = _terms(text)
    if not terms:
        return []
    rows = Township.objects.visible_to(user).filter(_every(terms, _term))
    found = _near_first(rows, user, terms, limit, _township_values)
    return [
        SearchHit(name, reverse("villages:township", args=[code]), _detail([county, code], ended))
        for code, name, county, ended in found
    ]


def find_counties(user: Any, text: str, limit: int) -> list[SearchHit]:
    """Counties of people who work in several."""
    terms = _terms(text)
    if not terms:
        return []
    rows = County.objects.visible_to(user).filter(_every(terms, _term)).order_by("code")
    values = rows.values_list("code", "name", "province_name", "city_name")[:limit]
    return [
        SearchHit(
            name, reverse("villages:county", args=[code]), _detail([province, city, code], None)
        )
        for code, name, province, city in values
    ]


def _terms(text: str) -> list[str]:
    return [key for word in text.split()[:4] if (key := search_key(word))]


def _term(term: str) -> Q:
    return Q(search_text__contains=term)


def _village_term(term: str) -> Q:
    townships = Township.objects.filter(_term(term)).values("pk")
    return _term(term) | Q(township__in=townships)


def _every(terms: list[str], of: Any) -> Q:
    """All terms must be met; one alone asks the unit's own column only, which is quicker."""
    parts = [_term(terms[0])] if len(terms) == 1 else [of(term) for term in terms]
    met = parts[0]
    for part in parts[1:]:
        met &= part
    return met


def _near_first(rows: Any, user: Any, terms: list[str], limit: int, values: Any) -> list[Any]:
    """Hits of the current county by nearness; the wide rest only where room is left.

    Ordering a nation by nearness would read every match; by code the database stops at `limit`.
    """
    home = _home_county(user)
    near = values(_nearest(rows.filter(county_code=home), terms))[:limit] if home else ()
    found = list(near)
    if len(found) < limit and _reaches_beyond(user, home):
        rest = values(rows.exclude(county_code=home).order_by("code"))
        found += rest[: limit - len(found)]
    return found


def _home_county(user: Any) -> str:
    """The county chosen by the person, else the only one of the territory."""
    scope, chosen = user.territory, getattr(user, "current_county_code", "")
    counties = {code[:6] for code in scope.codes if len(code) >= 6}
    if chosen and scope.touches(chosen):
        return str(chosen)
    return min(counties) if counties else ""


def _reaches_beyond(user: Any, home: str) -> bool:
    scope = user.territory
    return scope.everything or any(code[:6] != home for code in scope.codes)


def _nearest(rows: Any, terms: list[str]) -> Any:
    """Exact names before names that begin so, before the rest; units in force before ended ones."""
    first = terms[0]
    nearness = Case(
        When(Q(name=first) | Q(code=first) | Q(initials=first) | Q(pinyin=first), then=Value(0)),
        When(Q(name__startswith=first) | Q(initials__startswith=first), then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    in_force = Case(When(valid_to=None, then=Value(0)), default=Value(1))
    return rows.annotate(nearness=nearness, ended=in_force).order_by("nearness", "ended", "code")


def _village_values(rows: Any) -> Any:
    fields = ("code", "name", "township__name", "valid_to", "has_twin")
    return with_twins(rows).values_list(*fields)


def _township_values(rows: Any) -> Any:
    return rows.values_list("code", "name", "county__name", "valid_to")


def _village_hit(row: tuple[Any, ...], former: Sequence[str]) -> SearchHit:
    code, name, township, ended, has_twin = row
    once = [__("曾用名 %s") % "、".join(former)] if former else []
    title = shown_name(name, township, has_twin)
    return SearchHit(
        title, reverse("villages:village", args=[code]), _detail([township, code, *once], ended)
    )


def _detail(parts: Iterable[str], ended: Any) -> str:
    shown = [part for part in parts if part]
    if ended:
        shown.append(__("已于 %s 停用") % ended)
    return " · ".join(shown)


def _any_work(user: Any) -> bool:
    return works_in_territory(user) or may_run_system(user)


SEARCH = (
    SearchSource("villages", _("村"), 10, works_in_territory, find_villages),
    SearchSource("townships", _("乡镇"), 20, works_in_territory, find_townships),
    SearchSource("counties", _("县"), 30, _any_work, find_counties),
)
