"""From an entry to the page of the thing that it is about."""

from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.urls import NoReverseMatch

from villages.trace.models import AuditEntry


def page_of(entry: AuditEntry) -> str:
    """The address of the object's page; empty where it has none or is gone. One query.

    The page itself decides whether the reader may see it.
    """
    found = _object(entry)
    if found is None or not hasattr(found, "get_absolute_url"):
        return ""
    try:
        return str(found.get_absolute_url())
    except NoReverseMatch:
        return ""


def _object(entry: AuditEntry) -> Any:
    try:
        model = apps.get_model(entry.object_kind)
    except (LookupError, ValueError):
        return None
    for name in ("uid", "code"):
        if _has(model, name):
            return model._base_manager.filter(**{name: entry.object_key}).first()
    return None


def _has(model: Any, name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
