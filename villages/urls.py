"""Addresses of territory pages."""

from django.urls import path, re_path, register_converter

from villages.converters import DayConverter
from villages.views import (
    calendar,
    changes,
    counties,
    parameters,
    renaming,
    search,
    townships,
    villages,
    wizard,
)

register_converter(DayConverter, "day")

app_name = "villages"
urlpatterns = [
    path("counties/", counties.counties, name="counties"),
    path("counties/<str:code>/", counties.county, name="county"),
    path("townships/", townships.townships, name="townships"),
    path("townships/<str:code>/", townships.township, name="township"),
    path("villages/", villages.villages, name="villages"),
    path("villages/<str:code>/", villages.village, name="village"),
    path("villages/<str:code>/profile/", villages.profile, name="profile"),
    re_path(
        r"^(?P<level>villages|townships)/(?P<code>[0-9]+)/rename/$", renaming.rename, name="rename"
    ),
    path("changes/", changes.changes, name="changes"),
    path("changes/<str:verb>/", wizard.change, name="change"),
    path("changes/<str:code>/<day:day>/", changes.receipt, name="receipt"),
    path("calendar/", calendar.calendar, name="calendar_now"),
    path("calendar/<int:year>/", calendar.calendar, name="calendar"),
    path("calendar/days/new/", calendar.new_day, name="calendar_new"),
    path("calendar/days/<day:day>/", calendar.day, name="calendar_day"),
    path("calendar/days/<day:day>/delete/", calendar.delete_day, name="calendar_delete"),
    path("search/", search.search, name="search"),
    path("parameters/", parameters.parameter_list, name="parameters"),
    path("parameters/<str:key>/", parameters.parameter, name="parameter"),
]
