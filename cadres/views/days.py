"""The day that a page of figures is about."""

from datetime import date

from django.http import HttpRequest

from cadres.forms import DayForm
from villages.common import clock


def chosen_day(request: HttpRequest) -> tuple[DayForm, date]:
    """The form, and the day asked for; today where none or no day is asked for."""
    form = DayForm(request.GET if "on" in request.GET else None, initial={"on": clock.today()})
    if form.is_bound and form.is_valid():
        return form, form.cleaned_data["on"]
    return form, clock.today()
