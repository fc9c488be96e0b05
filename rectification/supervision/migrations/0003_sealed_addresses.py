"""A column for addresses of webhooks that are sealed."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Empty for what is there; the next migration fills it."""

    dependencies: ClassVar = [("rectification_supervision", "0002_events_append_only")]
    operations: ClassVar = [
        migrations.AddField(
            model_name="channel",
            name="address_sealed",
            field=models.CharField(blank=True, editable=False, max_length=700, null=True),
        ),
    ]
