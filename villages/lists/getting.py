"""One object for one person: outside the person's territory there is nothing."""

from typing import Any

from django.db.models import Model, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _


def get_visible_or_404(source: Any, user: Any, **lookup: Any) -> Any:
    """The one visible row that matches; a foreign row and a missing row read alike: 404."""
    rows: QuerySet[Any] = source.objects.all() if _is_model(source) else source
    found = rows.visible_to(user).filter(**lookup).first()  # type: ignore[attr-defined]
    if found is None:
        raise Http404(_("没有找到,或不在您的管辖范围内。"))
    return found


def _is_model(source: Any) -> bool:
    return isinstance(source, type) and issubclass(source, Model)
