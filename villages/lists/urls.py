"""Addresses around lists; the lists themselves live in their apps."""

from django.urls import path, register_converter

from villages.lists.views.saved_views import change, save, views
from villages.lists.views.settings import settings


class ListKey:
    """The stable name of a list."""

    regex = "[a-z0-9-]{1,40}"

    def to_python(self, value: str) -> str:
        """As it is."""
        return value

    to_url = to_python


register_converter(ListKey, "list_key")
app_name = "lists"
urlpatterns = [
    path("<list_key:key>/settings/", settings, name="settings"),
    path("<list_key:key>/views/", views, name="views"),
    path("<list_key:key>/views/save/", save, name="save_view"),
    path("view/<str:uid>/", change, name="change_view"),
]
