"""`order-figures`: orders between two days in numbers, as on the page."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request

from rectification.supervision.choices import ExtensionAnswer
from rectification.supervision.figures.order_sums import OrderSums, order_sums
from rectification.supervision.models import OrderUnit, SupervisionOrder
from rectification.supervision.perms import may_see_order_lists
from villages.common import clock
from villages.common.columns import Kind
from villages.rest.answers import respond
from villages.rest.fields import Field, Filter
from villages.rest.figure_answers import DAY, schema
from villages.rest.figure_asking import ON, UNIT, asked_unit, given, parameters, reader
from villages.rest.operations import Operation
from villages.rest.problems import Problem
from villages.rest.shapes import object_of
from villages.rest.views import ApiView

Row = dict[str, Any]


def _asked(name: str, zh: str, en: str, about: str) -> Filter:
    return Filter(Field(name, zh, en, Kind.DATE, about_en=about), lambda rows, _day: rows)


FIRST = _asked("first", "从", "First day", "The first of January where nothing is said.")
LAST = _asked("last", "到", "Last day", "The day of the figures where nothing is said.")
FIELDS = (
    Field(
        "by", "分组",
        "kind, part, light, punctual, extension, returned, short_notice, signed, overdue",
    ),
    Field("key", "代码", "Kind, colour, answer, code or key of the unit, code of the house"),
    Field("label", "名称", "Label; the person who took responsibility where signed"),
    Field("reason", "退回原因", "Why it was returned, else empty"),
    Field("count", "数量", "How many", Kind.INTEGER),
    Field("base", "基数", "Of how many, where it is a part of something", Kind.INTEGER,
          nullable=True),
    Field("share", "占比", "Count of base in per cent", nullable=True),
)  # fmt: skip
HEADS = (
    DAY,
    Field("first", "从", "First day of the span", Kind.DATE),
    Field("last", "到", "Last day of the span", Kind.DATE),
)


class OrderFigures(ApiView):
    """Lights and lateness are as of the day, everything else is about the span."""

    key, label_zh, label_en = "orders", "督办统计", "orders in numbers"
    allowed = may_see_order_lists
    reads = reader(ON, UNIT, FIRST, LAST)
    operations = {
        "get": Operation(
            "order_figures", "Orders in numbers", "督办统计", answer="OrderFigures",
            schema=schema(*HEADS, item=object_of(FIELDS)),
            parameters=parameters(ON, UNIT, FIRST, LAST), problems=(400, 404),
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """404 for a unit outside the territory."""
        said = given(self.reads, request)
        unit, scope = asked_unit(request, said)
        on = said.get("on", clock.today())
        days = {"first": said.get("first", on.replace(month=1, day=1)),
                "last": said.get("last", on)}  # fmt: skip
        if days["first"] > days["last"]:
            error = {"parameter": "last", "code": "invalid", "detail": "first > last"}
            words = ("结束日期不能早于开始日期。", "Ends before it begins.")
            raise Problem("invalid_parameter", *words, errors=[error])
        orders = SupervisionOrder.objects.visible_to(request.user).in_scope(scope)
        parts = OrderUnit.objects.visible_to(request.user).in_scope(scope)
        results = list(told(order_sums(orders, parts, on=on, **days)))
        return respond(request._request, {"unit": unit, "on": on, **days, "results": results})


def told(sums: OrderSums) -> Iterator[Row]:
    """Everything of the page, one row a number."""
    yield from _issued(sums)
    yield from _answered(sums)
    yield from _returned(sums)
    yield from _hurried(sums)
    for side in ("townships", "departments", "unverified"):
        yield _row("overdue", side, side, len(getattr(sums.late, side)))


def _issued(sums: OrderSums) -> Iterator[Row]:
    for one in sums.kinds:
        yield _row("kind", one.kind, one.label, one.orders)
        yield _row("part", one.kind, one.label, one.closed, one.parts)
    for colour, count in sums.lights.items():
        yield _row("light", colour, colour, count, sum(sums.lights.values()))


def _answered(sums: OrderSums) -> Iterator[Row]:
    """The first line of all units has no name."""
    for one in sums.punctual:
        yield _row("punctual", one.name, one.name, one.in_time, one.due, one.share)
    for answer, count in sums.extensions.items():
        yield _row("extension", answer, str(ExtensionAnswer(answer).label), count)


def _returned(sums: OrderSums) -> Iterator[Row]:
    for one in sums.returns:
        key = one.unit_code or one.department
        yield {**_row("returned", key, one.unit_name, one.count), "reason": one.reason}


def _hurried(sums: OrderSums) -> Iterator[Row]:
    for one in sums.urgent:
        yield _row("short_notice", one.from_code, one.from_name, one.short, one.issued, one.share)
    for signed in sums.signed:
        yield _row("signed", signed.from_code, signed.urgent_by, signed.count)


def _row(
    by: str, key: str, label: str, count: int, base: int | None = None, share: Any = None
) -> Row:
    said = None if share is None else f"{share:f}"
    return {"by": by, "key": key, "label": label, "reason": "", "count": count, "base": base,
            "share": said}  # fmt: skip
