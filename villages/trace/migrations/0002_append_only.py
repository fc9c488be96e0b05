"""The trail can only grow."""

from django.db import migrations

from villages.db.append_only import protect, release

TABLE = "villages_trace_auditentry"


class Migration(migrations.Migration):
    dependencies = [("villages_trace", "0001_initial")]
    operations = [migrations.RunPython(protect(TABLE), release(TABLE))]
