"""Addresses of acceptance, closing and what follows."""

from django.urls import URLPattern, path, re_path

from rectification.views import acceptance, batch_acceptance, revisits, schemes

urlpatterns: list[URLPattern] = [
    path("acceptance/", batch_acceptance.this_year, name="acceptance_now"),
    re_path(r"^acceptance/(?P<year>20[0-9]{2})/$", batch_acceptance.batch, name="acceptance_batch"),
    path("acceptances/<str:uid>/", acceptance.acceptance, name="acceptance"),
    path("acceptances/<str:uid>/conclude/", acceptance.conclude, name="acceptance_conclude"),
    path("schemes/", schemes.schemes, name="schemes"),
    path("schemes/install/", schemes.install, name="schemes_install"),
    path("revisits/", revisits.revisits, name="revisits"),
    path("rebound/", revisits.rebounds, name="rebound"),
]
