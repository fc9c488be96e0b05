"""Addresses of months and imports."""

from django.urls import path

from villages.imports.views import asking, batches, months, reopenings, sheets

app_name = "imports"
urlpatterns = [
    path("months/", months.months, name="months"),
    path("months/<str:code>/close/", months.close, name="month_close"),
    path("months/<str:code>/extend/", months.extend, name="month_extend"),
    path("months/<str:code>/reopen/", reopenings.new, name="month_reopen"),
    path("months/<str:code>/ask/", asking.ask, name="month_ask"),
    path("months/requests/<str:uid>/", asking.reopening_request, name="reopening_request"),
    path("months/requests/<str:uid>/decide/", asking.decide, name="reopening_decide"),
    path("months/requests/<str:uid>/withdraw/", asking.withdraw, name="reopening_withdraw"),
    path("months/reopenings/<str:uid>/end/", reopenings.end, name="reopening_end"),
    path("imports/", batches.batches, name="batches"),
    path("imports/sample.xlsx", sheets.sample, name="sample"),
    path("imports/new/", sheets.choose, name="new"),
    path("imports/new/<slug:key>/", sheets.upload, name="upload"),
    path("imports/new/<slug:key>/template.xlsx", sheets.blank, name="template"),
    path("imports/<str:uid>/", batches.batch, name="batch"),
    path("imports/<str:uid>/confirm/", batches.confirm, name="confirm"),
    path("imports/<str:uid>/headers/", batches.headers, name="headers"),
    path("imports/<str:uid>/corrections/", batches.correct, name="correct"),
    path("imports/<str:uid>/drop/", batches.drop, name="drop"),
    path("imports/<str:uid>/undo/", batches.undo, name="undo"),
    path("imports/<str:uid>/marked.xlsx", batches.marked, name="marked"),
]
