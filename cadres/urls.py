"""Addresses of the pages of cadres."""

from django.urls import path, re_path

from cadres.views import (
    assessment,
    dispositions,
    hub,
    opinions,
    panel,
    private,
    reviews,
    seats,
    stationed,
    stationed_panel,
    structure,
    teams,
)

app_name = "cadres"
urlpatterns = [
    path("", hub.hub, name="hub"),
    path("structure/", structure.structure_table, name="structure"),
    path("terms/", structure.terms, name="terms"),
    path("vacancies/", teams.vacancy_list, name="vacancies"),
    path("teams/", teams.team_list, name="teams"),
    path("reserves/", teams.reserve_list, name="reserves"),
    path("supervision/", teams.supervision_list, name="supervision"),
    path("people/<str:uid>/identity/", private.identity, name="identity"),
    path("people/<str:uid>/reveal/", private.reveal_number, name="reveal"),
    re_path(r"^villages/(?P<code>[0-9]{12})/team/$", panel.panel, name="panel"),
    re_path(
        r"^villages/(?P<code>[0-9]{12})/stationed/$",
        stationed_panel.stationed_panel,
        name="stationed_panel",
    ),
    path("reviews/", reviews.overview, name="reviews"),
    path("reviews/lists/", reviews.install_lists, name="install_lists"),
    path("reviews/opinions/", opinions.queue, name="opinions"),
    path("reviews/opinions/<str:uid>/", opinions.opinion, name="opinion"),
    path("reviews/seats/", seats.seats, name="seats"),
    path("reviews/seats/<str:uid>/end/", seats.end, name="seat_end"),
    path("reviews/<str:uid>/check/", reviews.first_check, name="first_check"),
    path("conduct/", dispositions.conduct, name="conduct"),
    path("stationed/", stationed.stationed, name="stationed"),
    path("stationed/<str:code>/handover/", stationed.handover_dossier, name="handover"),
    path("stationed/<str:code>/<str:period>/", assessment.assessment, name="assessment"),
]
