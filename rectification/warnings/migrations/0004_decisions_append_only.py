"""What was decided on a warning can only be added to."""

from typing import ClassVar

from django.db import migrations

from villages.db.append_only import protect, release

TABLE = "rectification_warning_decision"


class Migration(migrations.Migration):
    """Triggers on both vendors."""

    dependencies: ClassVar = [("rectification_warnings", "0003_decisions")]
    operations: ClassVar = [migrations.RunPython(protect(TABLE), release(TABLE))]
