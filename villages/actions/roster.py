"""Saving a roster: new places and dated basic figures, in a fixed number of statements."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError

from villages.common.codes import short_village_name, township_kind_of, village_kind_of
from villages.db import bulk
from villages.divisions.finding import readings_of, refresh
from villages.imports.declaring import Context, Key, Row, Saved, Values, conflict
from villages.models import County, Township, Village, VillageProfile
from villages.trace.record import record

FIGURES = ("households", "population", "members", "women_members", "farmland_mu", "groups")


def existing_profiles(context: Context) -> Mapping[Key, Values]:
    """The latest figures of every village of the county up to the sheet's day, by code.

    A village without any figures stands there with blanks: it exists.
    """
    blank = dict.fromkeys(FIGURES)
    villages = Village.objects.visible_to(context.by).filter(county_code=context.county)
    known: dict[Key, Values] = {(code,): blank for code in villages.values_list("code", flat=True)}
    rows = VillageProfile.objects.visible_to(context.by).filter(
        county_code=context.county, as_of__lte=context.on
    )
    for row in rows.order_by("as_of").values("village__code", *FIGURES):
        known[(row.pop("village__code"),)] = row
    return known


@transaction.atomic
def save_roster(context: Context, new: list[Row], changed: list[Row]) -> Saved:
    """Makes what is missing of county, townships and villages, and writes one profile row per
    village and day."""
    fresh = _make_places(context, new)
    codes = [_code(row) for row in (*new, *changed)]
    ids = dict(Village.objects.filter(county_code=context.county).values_list("code", "pk"))
    rows = [(ids[code], row) for code, row in zip(codes, (*new, *changed), strict=True)]
    undo = _write_profiles(context, rows)
    return Saved(created=len(new), updated=len(changed), undo=[fresh, undo])


def _code(row: Row) -> str:
    return str(row.village.code if row.village else row.values["code"])


def _make_places(context: Context, rows: list[Row]) -> list[str]:
    if not rows:
        return []
    townships = _make_townships(context, rows)
    bulk.insert(
        Village,
        ("code", "township", "county_code", "name", "kind", "urban_rural", "pinyin", "initials",
         "search_text", "version"),
        [_village(row, townships) for row in rows],
    )  # fmt: skip
    return [_code(row) for row in rows]


def _village(row: Row, townships: Mapping[str, int]) -> tuple[Any, ...]:
    code = _code(row)
    name = short_village_name(str(row.values["village"]))
    kind = str(village_kind_of(code))
    return (
        code, townships[code[:9]], code[:6], name, kind, "", *readings_of(name, code), 1,
    )  # fmt: skip


def _make_townships(context: Context, rows: list[Row]) -> Mapping[str, int]:
    county = _county(context)
    named = {_code(row)[:9]: str(row.values["township"]) for row in rows}
    known = set(Township.objects.filter(county=county).values_list("code", flat=True))
    Township.objects.bulk_create(
        _township(county, code, name) for code, name in named.items() if code not in known
    )
    return dict(Township.objects.filter(county=county).values_list("code", "pk"))


def _county(context: Context) -> County:
    """The county; in an empty database it is made, named as the sheet's title says."""
    known: County | None = County.objects.filter(code=context.county).first()
    if known:
        return known
    name = context.county_name or context.county
    county = County(code=context.county, name=name, department_name=f"中共{name}委组织部")
    refresh(county, county.code)
    county.save()
    record("county.opened", county, by=context.by, after={"code": county.code, "name": name})
    return county


def _township(county: County, code: str, name: str) -> Township:
    pinyin, initials, words = readings_of(name, code)
    return Township(
        county=county, county_code=county.code, code=code, name=name,
        kind=str(township_kind_of(code)), pinyin=pinyin, initials=initials, search_text=words,
    )  # fmt: skip


def _write_profiles(context: Context, rows: list[tuple[int, Row]]) -> list[Any]:
    """A second sheet of the same day corrects the first; blanks leave earlier figures alone.

    What is returned tells how to take it back: the day, and per village what stood there on
    that day (nothing where the row is new) and what stands there now.
    """
    same_day = {
        one["village_id"]: one
        for one in VillageProfile.objects.filter(
            county_code=context.county, as_of=context.on
        ).values("id", "village_id", *FIGURES)
    }
    latest = _latest(context)
    inserts, updates, undo = [], [], []
    for village, row in rows:
        values = [_kept(row.values.get(key), latest.get(village, {}).get(key)) for key in FIGURES]
        before = same_day.get(village)
        if before:
            updates.append((before["id"], *values))
        elif any(value is not None for value in values):
            inserts.append((village, context.county, context.on, *values, context.source[:120]))
        old = [_plain(before[key]) for key in FIGURES] if before else None
        undo.append([_code(row), old, [_plain(one) for one in values]])
    _store(inserts, updates)
    return [context.on.isoformat(), undo]


def _store(inserts: list[Any], updates: list[Any]) -> None:
    if inserts:
        columns = ("village", "county_code", "as_of", *FIGURES, "source")
        bulk.insert(VillageProfile, columns, inserts)
    if updates:
        bulk.update(VillageProfile, "id", FIGURES, updates)


def _latest(context: Context) -> dict[int, Values]:
    rows = VillageProfile.objects.filter(county_code=context.county, as_of__lte=context.on)
    return {row["village_id"]: row for row in rows.order_by("as_of").values("village_id", *FIGURES)}


def _kept(new: Any, old: Any) -> Any:
    return old if new is None else new


def _plain(value: Any) -> Any:
    return f"{value:.2f}" if isinstance(value, Decimal) else value


@transaction.atomic
def undo_roster(context: Context, saved: list[Any]) -> int:
    """Takes figures back to what they were; new villages go where nothing hangs on them.

    Raises `undo_conflict` naming the villages whose figures somebody changed since.
    """
    fresh, (day, rows) = saved
    profiles = VillageProfile.objects.filter(
        county_code=context.county, as_of=date.fromisoformat(day)
    )
    now = {
        row["village__code"]: row
        for row in profiles.values("id", "village__code", "village__name", *FIGURES)
    }
    if touched := [_name(now, code) for code, _old, new in rows if _differs(now.get(code), new)]:
        raise conflict(touched)
    gone = [now[code]["id"] for code, old, _new in rows if old is None and code in now]
    profiles.filter(pk__in=gone).delete()
    back = [(now[code]["id"], *old) for code, old, _new in rows if old is not None]
    if back:
        bulk.update(VillageProfile, "id", FIGURES, back)
    _remove_places(context, fresh)
    return len(rows)


def _differs(row: Values | None, new: list[Any]) -> bool:
    if row is None:
        return any(value is not None for value in new)
    return [_plain(row[key]) for key in FIGURES] != new


def _name(now: Mapping[str, Values], code: str) -> str:
    return str(now[code]["village__name"]) if code in now else code


def _remove_places(context: Context, codes: list[str]) -> None:
    villages = Village.objects.filter(county_code=context.county, code__in=codes)
    try:
        with transaction.atomic():
            villages.delete()
            Township.objects.filter(
                county_code=context.county, code__in={code[:9] for code in codes}, villages=None
            ).delete()
    except ProtectedError as error:
        names = dict.fromkeys(
            str(getattr(one, "village", one)) for one in list(error.protected_objects)[:20]
        )
        raise conflict(names) from error
