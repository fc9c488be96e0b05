"""Addresses of schemes, ratings and joint bodies, part of those of the app."""

from django.urls import path

from branches.views import (
    consortium,
    rating_decisions,
    rating_sheet,
    ratings,
    scheme_editing,
    schemes,
    standing,
)

SCHEMES = [
    path("schemes/", schemes.scheme_list, name="schemes"),
    path("schemes/load/", scheme_editing.scheme_load, name="scheme_load"),
    path("schemes/defaults/", scheme_editing.scheme_defaults, name="scheme_defaults"),
    path("schemes/<str:uid>/", schemes.scheme, name="scheme"),
    path("schemes/<str:uid>/file/", schemes.scheme_file, name="scheme_file"),
    path("schemes/<str:uid>/copy/", schemes.scheme_copy, name="scheme_copy"),
    path("schemes/<str:uid>/drop/", schemes.scheme_drop, name="scheme_drop"),
    path("schemes/<str:uid>/end/", schemes.scheme_end, name="scheme_end"),
    path("schemes/<str:uid>/edit/", scheme_editing.scheme_edit, name="scheme_edit"),
    path("schemes/<str:uid>/publish/", scheme_editing.scheme_publish, name="scheme_publish"),
    path("schemes/<str:uid>/of/<str:code>/", ratings.period, name="scheme_period"),
    path(
        "schemes/<str:uid>/of/<str:code>/in/<str:unit>/", ratings.township, name="scheme_township"
    ),
    path(
        "schemes/<str:uid>/of/<str:code>/in/<str:unit>/confirm/",
        ratings.township_confirm,
        name="scheme_confirm",
    ),
    path("schemes/<str:uid>/of/<str:code>/<str:branch>/", rating_sheet.sheet, name="rating_sheet"),
]
RATINGS = [
    path("ratings/<str:uid>/", rating_decisions.rating, name="rating"),
    path("ratings/<str:uid>/confirm/", rating_decisions.rating_confirm, name="rating_confirm"),
    path("ratings/<str:uid>/appeal/", rating_decisions.rating_appeal, name="rating_appeal"),
    path("ratings/<str:uid>/decide/", rating_decisions.rating_decide, name="rating_decide"),
]
JOINT = [
    path("joint/", consortium.joint_page, name="joint"),
    path("joint/<str:uid>/shares/", consortium.joint_shares, name="joint_shares"),
    path("joint/<str:uid>/split/", consortium.joint_split, name="joint_split"),
]
VILLAGE = [path("villages/<str:code>/standing/", standing.standing_panel, name="standing")]
PATHS = [*SCHEMES, *RATINGS, *JOINT, *VILLAGE]
