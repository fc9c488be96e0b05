"""What happened to an order can only be added to."""

from typing import ClassVar

from django.db import migrations

from villages.db.append_only import protect, release

TABLE = "supervision_event"


class Migration(migrations.Migration):
    """Triggers on both vendors."""

    dependencies: ClassVar = [("rectification_supervision", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(protect(TABLE), release(TABLE))]
