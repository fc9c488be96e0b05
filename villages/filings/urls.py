"""Addresses of filing."""

from django.urls import path, register_converter

from villages.converters import MonthConverter, TownshipConverter, VillageConverter
from villages.filings.views import (
    board,
    burden,
    chase,
    check,
    form,
    forms,
    grid,
    month,
    panel,
    receipts,
    review,
    sealed,
    submit,
    tasks,
    unused,
    village,
    withdraw,
    year,
)

register_converter(MonthConverter, "month")
register_converter(TownshipConverter, "township")
register_converter(VillageConverter, "village")

app_name = "filings"
urlpatterns = [
    path("", tasks.tasks, name="tasks"),
    path("board/", board.board, name="board"),
    path("chase/", chase.chase, name="chase"),
    path("chase/withdraw/", chase.withdraw, name="chase_withdraw"),
    path("year/", year.year, name="year"),
    path("sealed/", sealed.upload, name="sealed_upload"),
    path("forms/", forms.forms, name="forms"),
    path("forms/new/", forms.new, name="form_new"),
    path("forms/default/", forms.default, name="form_default"),
    path("forms/<str:uid>/", form.form, name="form"),
    path("burden/", burden.burden, name="burden"),
    path("burden/panel/", burden.panel, name="burden_panel"),
    path("unused/", unused.unused, name="unused"),
    path("panel/<str:code>/", panel.panel, name="panel"),
    path("receipts/<str:uid>/", receipts.receipt, name="receipt"),
    path("<month:month>/", month.month, name="month"),
    path("<month:month>/<village:village>/", village.village, name="village"),
    path("<month:month>/<township:township>/", month.township, name="township"),
    path("<month:month>/<township:township>/grid/", grid.grid, name="grid"),
    path("<month:month>/<township:township>/grid/save/", grid.save, name="grid_save"),
    path("<month:month>/<township:township>/grid/desk/", grid.desk, name="grid_desk"),
    path("<month:month>/<township:township>/check/", check.check, name="check"),
    path("<month:month>/<township:township>/submit/", submit.submit, name="submit"),
    path("<month:month>/<township:township>/withdraw/", withdraw.withdraw, name="withdraw"),
    path("<month:month>/<township:township>/sealed/", sealed.download, name="sealed"),
    path("<month:month>/<township:township>/review/", review.review, name="review"),
]
