"""Addresses of webhooks that stand open are sealed; what is left open tells their host."""

from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.db import migrations

from cadres.sealing import index_of, seal, unseal


def seal_open(apps: Any, schema_editor: Any) -> None:
    """Every webhook without a sealed address."""
    for row in _webhooks(apps).filter(address_sealed=None):
        parts = urlsplit(row.address)
        row.address_sealed = seal(row.address)
        row.address = f"{parts.scheme}://{parts.netloc}/…{index_of(row.address)[:8]}"
        row.save(update_fields=["address", "address_sealed"])


def open_sealed(apps: Any, schema_editor: Any) -> None:
    """Back to where they stood open."""
    for row in _webhooks(apps).exclude(address_sealed=None):
        row.address, row.address_sealed = unseal(row.address_sealed), None
        row.save(update_fields=["address", "address_sealed"])


def _webhooks(apps: Any) -> Any:
    model = apps.get_model("rectification_supervision", "Channel")
    return model._base_manager.filter(kind="webhook").order_by("pk")


class Migration(migrations.Migration):
    """Moves data alone."""

    dependencies: ClassVar = [("rectification_supervision", "0003_sealed_addresses")]
    operations: ClassVar = [migrations.RunPython(seal_open, open_sealed)]
