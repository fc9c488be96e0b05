"""Addresses of task lists, meetings and the day list."""

from django.urls import URLPattern, path, re_path

from rectification.supervision.views import day_list, meetings, task_board

_MEETING = r"^meetings/(?P<uid>[0-9a-f]{32})/"
urlpatterns: list[URLPattern] = [
    path("tasks/", task_board.tasks, name="tasks"),
    path("day/", day_list.day, name="day"),
    re_path(rf"{_MEETING}$", meetings.meeting, name="meeting"),
    re_path(rf"{_MEETING}paper/$", meetings.meeting_paper, name="meeting_paper"),
]
