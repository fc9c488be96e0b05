"""An issued report never changes, nor does a sheet of a final assessment."""

from typing import ClassVar

from django.db import migrations

from villages.db.sealed import seal, unseal

REPORT = "rectification_report"
WORDS = (
    "county_code", "kind", "period", "version", "code", "title", "is_open", "content", "edits",
    "stamp", "template_id", "renderer", "content_sha256", "sha256", "corrects_id", "why", "year",
    "number", "issued_at", "issued_by_id",
)  # fmt: skip
ISSUED = "EXISTS (SELECT 1 FROM rectification_report r WHERE r.id = OLD.report_id AND r.issued_at IS NOT NULL)"
FINAL = "EXISTS (SELECT 1 FROM rectification_assessment a WHERE a.id = OLD.assessment_id AND a.status = 'final')"
SEALED = {
    REPORT: (WORDS, "OLD.issued_at IS NOT NULL"),
    "rectification_report_figure": ((), ISSUED),
    "rectification_report_file": ((), ISSUED),
    "rectification_assessment_sheet": ((), FINAL),
}


class Migration(migrations.Migration):
    """Triggers on both vendors."""

    dependencies: ClassVar = [("rectification_reports", "0003_lifecycle")]
    operations: ClassVar = [
        migrations.RunPython(seal(table, *given), unseal(table)) for table, given in SEALED.items()
    ]
