"""Reports of the first shape were drafts that nobody could issue; `make_report` makes them anew."""

from django.db import migrations


def forget(apps, schema_editor):
    apps.get_model("rectification_reports", "Report").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("rectification_reports", "0001_initial")]
    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
