"""A tree of units to tick: counties, townships, villages of one county, within one's own reach."""

from collections import defaultdict
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from villages.accounts.choices import PLACELESS_ROLES, REACH, Role
from villages.common import clock
from villages.models import County, Township, Village

Choice = tuple[str, str]
Group = tuple[str, list[Choice]]


class UnitTree(forms.CheckboxSelectMultiple):
    """Ticks in folding groups; a group with a tick stands open."""

    template_name = "accounts/widgets/unit_tree.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Adds how many are ticked in each group."""
        context = super().get_context(name, value, attrs)
        groups = context["widget"]["optgroups"]
        context["groups"] = [
            (label, options, sum(bool(one["selected"]) for one in options))
            for label, options, _index in groups
        ]
        return context


class UnitsField(forms.MultipleChoiceField):
    """Units that may be ticked; a foreign code reads like one that does not exist."""

    widget = UnitTree
    default_error_messages = {
        "invalid_choice": gettext_lazy("没有这个单位,或不在您的管辖范围内。"),
        "required": gettext_lazy("请至少勾选一个单位。"),
    }


def unit_choices(role: str, by: Any, county: County | None) -> list[Group]:
    """What a person of this role may be given by this granter, in groups. At most three queries.

    Townships and villages come from the current county only; existing units, as of today.
    """
    if role in PLACELESS_ROLES or role not in REACH:
        return []
    low, high = REACH[Role(role)]
    groups: list[Group] = []
    if low <= 6:
        groups += _wide(by, low) + _counties(by)
    if county and low <= 9 <= high:
        groups += _townships(by, county)
    if county and low <= 12 <= high:
        groups += _villages(by, county)
    return [group for group in groups if group[1]]


def _wide(by: Any, low: int) -> list[Group]:
    codes = [code for code in by.territory.wide() if len(code) >= low]
    return [(_("整片"), [(code, _("%(code)s 辖内全部县") % {"code": code}) for code in codes])]


def _counties(by: Any) -> list[Group]:
    rows = County.objects.in_scope(by.territory).values_list("code", "name")
    return [(_("县"), [(code, name) for code, name in rows if by.territory.covers(code)])]


def _townships(by: Any, county: County) -> list[Group]:
    rows = Township.objects.in_scope(by.territory).on(clock.today())
    own = rows.filter(county_code=county.code).values_list("code", "name")
    return [(_("乡镇(街道)"), [(code, name) for code, name in own if by.territory.covers(code)])]


def _villages(by: Any, county: County) -> list[Group]:
    rows = Village.objects.in_scope(by.territory).on(clock.today())
    grouped: dict[str, list[Choice]] = defaultdict(list)
    fields = ("code", "name", "township__name")
    for code, name, township in rows.filter(county_code=county.code).values_list(*fields):
        grouped[township].append((code, name))
    return list(grouped.items())
