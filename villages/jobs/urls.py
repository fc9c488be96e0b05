"""Addresses of background work."""

from django.urls import path

from villages.jobs import views

app_name = "jobs"
urlpatterns = [
    path("jobs/", views.jobs, name="jobs"),
    path("jobs/read/", views.read_all, name="read_all"),
    path("jobs/<str:uid>/", views.job, name="job"),
    path("jobs/<str:uid>/progress/", views.progress, name="progress"),
    path("jobs/<str:uid>/cancel/", views.cancel, name="cancel"),
    path("jobs/<str:uid>/retry/", views.retry, name="retry"),
]
