"""Addresses of screening and listing."""

from django.urls import URLPattern, path

from rectification.views import screening as lists
from rectification.views import screening_village as one

urlpatterns: list[URLPattern] = [
    path("screening/", lists.screening_now, name="screening_now"),
    path("screening/<int:year>/", lists.screening_list, name="screening"),
    path("screening/<int:year>/install/", lists.screening_install, name="screening_install"),
    path("screening/<int:year>/<str:code>/", one.screening_village, name="screening_village"),
    path("screening/<int:year>/<str:code>/decide/", one.screening_decide, name="screening_decide"),
    path("screening/<int:year>/<str:code>/open/", one.screening_open, name="screening_open"),
    path("screening/<int:year>/<str:code>/list/", one.screening_direct, name="screening_direct"),
]
