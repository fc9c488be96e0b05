"""The one list page of the product."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from villages.common.columns import ListSpec
from villages.lists.bulk.declaring import BulkAction
from villages.lists.bulk.flow import answer_bulk
from villages.lists.exports import export
from villages.lists.listing import Listing
from villages.lists.presenting import Page
from villages.lists.printing import print_list


def list_page(
    request: HttpRequest,
    spec: ListSpec,
    rows: QuerySet[Any],
    *,
    filterset: Any = None,
    context: Mapping[str, Any] | None = None,
    template: str = "lists/page.html",
    bulk: Sequence[BulkAction] = (),
    beside: Callable[[Listing], Mapping[str, Any]] | None = None,
) -> HttpResponseBase:
    """A list to look at, to filter, sort, keep, print, export and act on.

    `rows` are already those that the person may see, annotated and without order; they are read
    with `values()`, once. `filterset` is a django-filter class. A view that gives `bulk` accepts
    POST. `beside` gives what the page shows about the same rows beside the table (charts, say).
    `?format=xlsx|csv|print` answers with the same rows as a file or on paper.
    """
    listing = Listing(request, spec, rows, filterset, bulk)
    around = dict(context or {})
    if request.method == "POST":
        return answer_bulk(listing)
    if listing.asked.output == "print":
        return print_list(listing, around)
    if listing.asked.output:
        return export(listing, listing.asked.output)
    around |= beside(listing) if beside else {}
    return render(request, template, {"list": Page(listing), "spec": spec, **around})
