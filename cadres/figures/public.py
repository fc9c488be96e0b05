"""What everybody may know of village cadres: names, posts, terms, how to reach the office.

Nothing else is read: no number, birth, health or education leaves the database here.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from cadres.choices import SUPERVISION, TWO_COMMITTEES, Post
from cadres.models import PostTenure, PublicContact, TermChange
from cadres.parameters.posts import PUBLIC_PAGE
from cadres.posts import Held
from villages import parameters
from villages.models import County, Township, Village

_SHOWN = TWO_COMMITTEES | SUPERVISION
_ORDER = {post: place for place, post in enumerate(Post)}


@dataclass(frozen=True)
class PublicPerson:
    """A name with all posts, the foremost first, each with its field in brackets."""

    name: str
    posts: str


@dataclass(frozen=True)
class PublicVillage:
    """One village: its people, office telephone and duty hours."""

    name: str
    people: tuple[PublicPerson, ...]
    office_phone: str = ""
    duty_line: str = ""


@dataclass(frozen=True)
class PublicTownship:
    """One township on a day; `term` is the number of the present term, None where unknown."""

    county: str
    name: str
    villages: tuple[PublicVillage, ...]
    term: int | None
    term_since: date | None


def is_open(county: str, on: date) -> bool:
    """Whether this county has put its page before everybody."""
    return bool(parameters.value(PUBLIC_PAGE, on=on, county=county))


def open_townships(on: date) -> list[tuple[str, list[tuple[str, str]]]]:
    """Counties whose page is open, with (code, name) of their townships. Two queries."""
    counties = [one for one in County.objects.on(on).order_by("code") if is_open(one.code, on)]
    codes = [one.code for one in counties]
    rows = Township.objects.on(on).filter(county_code__in=codes).order_by("code")
    found = list(rows.values_list("county_code", "code", "name"))
    return [
        (one.name, [(code, name) for county, code, name in found if county == one.code])
        for one in counties
    ]


def public_township(code: str, on: date) -> PublicTownship | None:
    """One township of an open county; None where there is none. Five queries."""
    township = Township.objects.on(on).filter(code=code).select_related("county").first()
    if township is None or not is_open(township.county_code, on):
        return None
    term = _term(township.county_code, on)
    return PublicTownship(
        county=township.county.name,
        name=township.name,
        villages=_villages(township, on),
        term=term[0] if term else None,
        term_since=term[1] if term else None,
    )


def _term(county: str, on: date) -> tuple[int, date] | None:
    rows = TermChange.objects.in_county(county).filter(started_on__lte=on)
    current = rows.filter(Q(ended_on=None) | Q(ended_on__gt=on)).order_by("-started_on")
    found: tuple[int, date] | None = current.values_list("number", "started_on").first()
    return found


def _villages(township: Township, on: date) -> tuple[PublicVillage, ...]:
    people = _people(township, on)
    contacts = {
        village: (phone, duty)
        for village, phone, duty in PublicContact.objects.filter(
            village__township=township
        ).values_list("village_id", "office_phone", "duty_line")
    }
    rows = Village.objects.on(on).filter(township=township).order_by("code")
    return tuple(
        PublicVillage(name, tuple(people.get(pk, ())), *contacts.get(pk, ("", "")))
        for pk, name in rows.values_list("pk", "name")
    )


def _people(township: Township, on: date) -> dict[int, list[PublicPerson]]:
    """By village, whoever holds the foremost post first; the key of a person goes no further."""
    rows = PostTenure.objects.on(on).filter(village__township=township, post__in=_SHOWN)
    read = rows.order_by("id").values_list(
        "village_id", "person_id", "person__name", "post", "duty"
    )
    held: dict[tuple[int, int, str], list[str]] = {}
    for village, person, name, post, duty in sorted(read, key=lambda row: _ORDER[Post(row[3])]):
        held.setdefault((village, person, name), []).append(str(Held(post, duty)))
    found: dict[int, list[PublicPerson]] = {}
    for (village, _person, name), posts in held.items():
        found.setdefault(village, []).append(PublicPerson(name, "、".join(posts)))
    return found
