"""What all addresses below a report share."""

from typing import Any

from django.http import Http404
from rest_framework.request import Request

from rectification.reports.api.fields import UID
from rectification.reports.models import Report
from rectification.reports.perms import may_see_reports
from villages.rest.fields import Field
from villages.rest.views import ApiView

PATH = Field("uid", "编号", "Key of the report", pattern=UID)


class ReportView(ApiView):
    """An address below `reports/{uid}/`."""

    key, label_zh, label_en = "reports", "报告", "reports"
    allowed: Any = may_see_reports
    path_fields: tuple[Field, ...] = (PATH,)

    def report(self, request: Request, uid: str) -> Report:
        """The report; 404 for drafts of others and foreign counties."""
        found: Report | None = Report.objects.visible_to(request.user).filter(uid=uid).first()
        if found is None:
            raise Http404
        return found
