"""`township-colours`: townships of a month, the same as on the page."""

from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request

from rectification.warnings.choices import Colour
from rectification.warnings.figures.evaluated import evaluated_months
from rectification.warnings.figures.township_month import Named, townships_in
from rectification.warnings.perms import may_see_warnings
from rectification.warnings.published import published
from villages.common import clock
from villages.common.columns import Kind
from villages.common.periods import Month
from villages.rest.answers import respond
from villages.rest.fields import Field, Filter
from villages.rest.figure_answers import schema
from villages.rest.figure_asking import UNIT, asked_unit, given, parameters, reader
from villages.rest.operations import Operation
from villages.rest.shapes import object_of
from villages.rest.views import ApiView

PERIOD = Filter(
    Field(
        "period", "月份", "Month", Kind.MONTH, example="2026-09",
        about_en="The month; the last one that was judged where nothing is said.",
    ),
    lambda rows, _month: rows,
)  # fmt: skip
HEADS = (
    Field("period", "月份", "Month", Kind.MONTH),
    Field("interview_months", "约谈月数", "Months in a row of a red village before an interview",
          Kind.INTEGER),
    Field("bulletin_months", "通报月数", "Months in a row of a red village before a bulletin",
          Kind.INTEGER),
)  # fmt: skip
FIELDS = (
    Field("township", "乡镇代码", "Township code", Kind.CODE),
    Field("township_name", "乡镇", "Township name"),
    Field("colour", "颜色", "Colour of the township", Kind.COLOUR, choices=Colour),
    Field("months_in_row", "连续月数", "Months in a row of this colour", Kind.INTEGER),
    Field("villages", "村", "Villages", Kind.INTEGER),
    *(Field(one.value, str(one.label), f"{one.value.title()} villages", Kind.INTEGER)
      for one in Colour),
    Field("red_share", "红色占比", "Red villages of all in per cent", nullable=True),
    Field("interview", "约谈的村", "Villages red for long enough for an interview", Kind.INTEGER),
    Field("bulletin", "通报的村", "Villages red for long enough for a bulletin", Kind.INTEGER),
)  # fmt: skip


class TownshipColours(ApiView):
    """In order of codes: bands, never an order of merit."""

    key, label_zh, label_en = "warnings", "乡镇颜色", "colours of townships"
    allowed = may_see_warnings
    reads = reader(PERIOD, UNIT)
    operations = {
        "get": Operation(
            "township_colours", "Colours of townships", "乡镇颜色", answer="TownshipColours",
            schema=schema(*HEADS, item=object_of(FIELDS)), parameters=parameters(PERIOD, UNIT),
            problems=(400, 404),
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """Of the unit's townships; 404 for a unit outside the territory."""
        said = given(self.reads, request)
        unit, scope = asked_unit(request, said)
        county = unit[:6]
        month = _month(said, county)
        rows = published(request.user, clock.now()).in_scope(scope).in_county(county)
        found = townships_in(rows, county, month)
        heads = {
            "unit": unit, "period": month.code, "interview_months": found.call,
            "bulletin_months": found.name,
        }  # fmt: skip
        results = [_township(one) for one in found.townships]
        return respond(request._request, {**heads, "results": results})


def _month(said: dict[str, Any], county: str) -> Month:
    if "period" in said:
        return Month.from_number(said["period"])
    return next(iter(evaluated_months(county)), Month.of(clock.today()))


def _township(one: Named) -> dict[str, Any]:
    found, tally = one.found, one.found.tally
    return {
        "township": found.code, "township_name": one.name, "colour": found.colour,
        "months_in_row": found.row, "villages": tally.villages,
        **{colour: getattr(tally, colour) for colour in Colour.values},
        "red_share": None if found.share is None else str(found.share),
        "interview": tally.called, "bulletin": tally.named,
    }  # fmt: skip
