"""How far task lists are, by unit, field and list; every number opens its rows."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.supervision.figures.task_sums import (
    Completion,
    Period,
    TaskSum,
    completion,
    current,
    periods,
    task_rows,
)
from rectification.supervision.ledgers.task_lists import DONE, LATE, OPEN
from rectification.supervision.perms import may_keep_task_lists, may_see_orders
from rectification.supervision.views.crumbs import crumbs
from villages.accounts.access import requires
from villages.common import clock
from villages.ledgers.views.place import county_of

_CELLS = (("total", ""), ("done", DONE), ("open", OPEN), ("late", LATE))


@require_safe
@requires(may_see_orders)
def tasks(request: HttpRequest) -> HttpResponse:
    """One period: that of the address, else the shortest that holds today."""
    user, county, today = request.user, county_of(request), clock.today()
    found = periods(user, county)
    asked = request.GET.get("period")
    period = next((one for one in found if one.key == asked), None) or current(found, today)
    title = _("任务清单完成情况")
    context = {
        "title": title,
        "today": today,
        "periods": found,
        "period": period,
        "may_keep": may_keep_task_lists(user),
        "breadcrumbs": crumbs((title, "")),
        **(_tables(period, completion(task_rows(user, county, period), today)) if period else {}),
    }
    return render(request, "supervision/tasks/board.html", context)


def rows_url(period: Period, state: str = "", **more: str) -> str:
    """The tasks of a period behind a number."""
    asked = {"rhythm": period.rhythm, "list_from": period.from_on.isoformat(), "published": "true"}
    asked |= {"state": state} if state else {}
    return f"{reverse('ledgers:list-tasks')}?{urlencode({**asked, **more})}"


def _tables(period: Period, found: Completion) -> dict[str, Any]:
    return {
        "total": _line(period, found.total, {}),
        "tables": [
            (_("责任单位"), [_line(period, one, {"unit_name": one.key}) for one in found.units]),
            (_("五治分类"), [_line(period, one, _of_field(one)) for one in found.fields]),
            (_("清单"), [_line(period, one, {"list": one.key}) for one in found.lists]),
        ],
    }


def _of_field(one: TaskSum) -> dict[str, str]:
    return {"field": one.key} if one.key else {"unsorted": "true"}


def _line(period: Period, one: TaskSum, own: dict[str, str]) -> dict[str, Any]:
    cells = [(getattr(one, key), rows_url(period, state, **own)) for key, state in _CELLS]
    return {"sum": one, "cells": cells}
