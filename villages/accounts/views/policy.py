"""Rights in sentences, straight from the predicates that decide."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from villages.accounts.choices import PLACELESS_ROLES, REACH, Role
from villages.accounts.policies import policies

LEVELS = {
    2: gettext_lazy("省"),
    4: gettext_lazy("市州"),
    6: gettext_lazy("县"),
    9: gettext_lazy("乡镇"),
    12: gettext_lazy("村"),
}


@require_safe
def policy(request: HttpRequest) -> HttpResponse:
    """Every policy of every installed app, which of them hold for the reader, and roles' reach."""
    user = request.user
    groups = [
        (app, [(one.sentence, one.predicate(user) if one.alone else None) for one in own])
        for app, own in policies()
    ]
    page = {"groups": groups, "reach": _reach(), "breadcrumbs": [(_("权限规则"), "")]}
    return render(request, "accounts/policy.html", page)


def _reach() -> list[tuple[str, str]]:
    return [(str(role.label), _span(role)) for role in Role]


def _span(role: Role) -> str:
    """The levels of a role's places; reviewers see the questions put to them and no place."""
    if role in PLACELESS_ROLES:
        return _("不管辖单位,只办理交办的联审事项")
    low, high = REACH[role]
    names = [str(name) for digits, name in LEVELS.items() if low <= digits <= high]
    return "、".join(names)
