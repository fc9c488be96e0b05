"""What stands beside the reasons of a village: rows, objections, events."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest

from rectification.warnings.figures.events import of_month
from rectification.warnings.perms import may_dispute
from rectification.warnings.sentences.explaining import Explained, title_of
from rectification.warnings.views.ways import address as way_to
from villages.common import clock
from villages.common.periods import Month
from villages.ledgers.declaring import ledgers
from villages.ledgers.finding import address
from villages.models import Village


def links(request: HttpRequest, village: Village, one: Explained) -> list[tuple[Any, str]]:
    """The ledgers whose rows of this village are behind a reason."""
    known, user = ledgers(), request.user
    keys = one.rule.ledgers if one.rule else ()
    mine = [known[key] for key in keys if key in known and known[key].may_read(user)]
    found = [(one.title, address(one), one.about_village) for one in mine]
    return [
        (title, f"{url}?village={village.code}" if own else url) for title, url, own in found if url
    ]


def dispute(request: HttpRequest, village: Village, month: Month, one: Explained) -> str:
    """Where this person objects to a reason; empty for those who may not, and for what does not
    count."""
    if not one.counts or one.rule is None or not may_dispute(request.user):
        return ""
    return way_to("warnings:dispute", village.code, month.code, one.code)


def events(request: HttpRequest, village: Village, month: Month) -> Iterator[dict[str, Any]]:
    """The village's events of the month, with the way to each."""
    for one in of_month(request.user, month).filter(village=village).order_by("pk"):
        yield {
            "event": one, "title": title_of(one.rule), "href": way_to("warnings:event", one.uid),
            "since": Month.from_number(one.raised_month).label,
            "is_announced": one.public_at > clock.now(),
        }  # fmt: skip
