"""Print templates as files: editions as they came, shipped ones to begin with."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from rectification.reports.kinds import kind_of
from rectification.reports.models import TemplateEdition
from rectification.reports.perms import may_keep_report_settings
from rectification.reports.render.template import SHIPPED
from villages.accounts.access import requires
from villages.common.errors import DomainError
from villages.lists.downloads import download
from villages.lists.getting import get_visible_or_404


@require_safe
@requires(may_keep_report_settings)
def template_file(request: HttpRequest, uid: str) -> HttpResponseBase:
    """An edition as it came."""
    edition = get_edition(request, uid)
    return download(bytes(edition.template.content), f"{kind_of(edition.kind).label}模板.docx")


@require_safe
@requires(may_keep_report_settings)
def template_shipped(_request: HttpRequest, kind: str) -> HttpResponseBase:
    """The shipped template of a kind, to begin with."""
    try:
        which = kind_of(kind)
    except DomainError as error:
        raise Http404 from error
    return download((SHIPPED / which.template).read_bytes(), f"{which.label}模板.docx")


def get_edition(request: HttpRequest, uid: str) -> TemplateEdition:
    """An edition that this person sees, with its bytes; 404 for others. One query."""
    rows = TemplateEdition.objects.visible_to(request.user).select_related("template")
    found: TemplateEdition = get_visible_or_404(rows, request.user, uid=uid)
    return found
