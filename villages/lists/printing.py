"""A list on paper: A4 across, every matching row, with a head that says what it is."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from villages.lists.exports import make_mark, require_exportable, trace_export
from villages.lists.listing import Listing
from villages.lists.reading import Window, totals_of, values
from villages.lists.tables import make_table

LIMIT = 2_000


def print_list(listing: Listing, around: Mapping[str, Any]) -> HttpResponse:
    """All matching rows as a document; traced like a file, because paper travels too.

    Raises `export_too_large` beyond 2,000 rows and `list_question_unclear`.
    """
    count = require_exportable(listing, LIMIT)
    rows = list(values(listing.ordered, listing.spec, listing.shown)[:LIMIT])
    totals = totals_of(listing.matching, listing.shown)
    window = Window(rows, count, False, 1, LIMIT, totals)
    mark = make_mark(listing)
    trace_export(listing, mark, "print", count=len(rows))
    context = {
        "spec": listing.spec,
        "table": make_table(listing.spec, listing.shown, window, listing.asked),
        "condition": listing.condition_text,
        "mark": mark,
        "count": len(rows),
        **around,
    }
    return render(listing.request, "lists/print.html", context)
