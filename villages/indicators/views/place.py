"""What every page of an indicator asks of the request."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from villages.common import clock
from villages.common.errors import DomainError
from villages.indicators.choices import Rhythm
from villages.indicators.models import IndicatorDefinition
from villages.indicators.periods import Span, read_span, span_on
from villages.ledgers.views.place import county_of
from villages.lists.getting import get_visible_or_404


def get_definition(request: HttpRequest, slug: str) -> IndicatorDefinition:
    """The definition of the county at hand; 404 elsewhere."""
    rows = IndicatorDefinition.objects.in_county(county_of(request))
    found: IndicatorDefinition = get_visible_or_404(rows, request.user, slug=slug)
    return found


def asked_span(definition: IndicatorDefinition, text: str) -> Span:
    """The period that the address names; 404 for what is none."""
    try:
        return read_span(definition.rhythm, text)
    except DomainError as error:
        raise Http404(str(error)) from error


def newest_span(definition: IndicatorDefinition) -> Span:
    """The last whole period before today, inside the time the indicator is asked."""
    today = clock.today()
    if definition.rhythm == Rhythm.AS_OF:
        return span_on(definition.rhythm, today)
    current = span_on(definition.rhythm, today)
    earlier = span_on(definition.rhythm, current.start - timedelta(days=1))
    begun = definition.begun_on
    return earlier if begun is None or earlier.end >= begun else current


def crumbs(definition: IndicatorDefinition, *more: Any) -> list[tuple[Any, str]]:
    """The way to an indicator's page."""
    own = definition.get_absolute_url() if more else ""
    return [(_("一表通指标"), reverse("indicators:hub")), (definition.name, own), *more]
