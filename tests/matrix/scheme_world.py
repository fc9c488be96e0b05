"""Schemes, ratings and joint bodies of the matrix, made through their own actions."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from branches.actions.publishing import publish_scheme
from branches.actions.schemes import draft_scheme
from branches.models import JointBody, Scheme
from branches.schemes.choices import SchemeKind
from tests.branches import factories
from tests.branches.scheme_factories import SMALL, proposed

Keys = dict[str, dict[str, dict[str, str]]]
BEGUN, PERIOD = date(2025, 1, 1), "2026"


def scheme_keys(by: Mapping[str, Any], villages: Mapping[str, str]) -> Keys:
    """Address arguments by kind and place. `by` is a member of staff by county code, `villages`
    the village of a place."""
    schemes = {county: _in_force(county, person) for county, person in by.items()}
    found: Keys = {
        "scheme": _counties(schemes),
        "draft": _counties({county: _draft(county, one) for county, one in by.items()}),
        "scheme_township": {},
        "rating_sheet": {},
        "rating": {},
        "joint": _counties({county: _body(county) for county in by}),
    }
    for place, code in villages.items():
        scheme = schemes[code[:6]]
        rated, other = factories.branch(code), factories.branch(code, "第二党支部")
        rating = proposed(rated, scheme, by[code[:6]], None, 45, 30, period=PERIOD)
        period = {"uid": scheme.uid, "code": PERIOD}
        found["scheme_township"][place] = {**period, "unit": code[:9]}
        found["rating_sheet"][place] = {**period, "branch": other.uid}
        found["rating"][place] = {"uid": rating.uid}
    return found


def _counties(rows: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    first, *_others = rows
    return {
        "home" if county == first else "abroad": {"uid": row.uid} for county, row in rows.items()
    }


def _in_force(county: str, by: Any) -> Scheme:
    draft = draft_scheme(county=county, definition=SMALL, by=by)
    return publish_scheme(scheme=draft, valid_from=BEGUN, basis="组发〔2025〕1号", by=by)


def _draft(county: str, by: Any) -> Scheme:
    definition = replace(SMALL, kind=SchemeKind.FORTRESS)
    return draft_scheme(county=county, definition=definition, by=by)


def _body(county: str) -> JointBody:
    return JointBody.objects.create(
        county_code=county, name="片区共同体", kind="consortium", lead="镇党委", founded_on=BEGUN
    )
