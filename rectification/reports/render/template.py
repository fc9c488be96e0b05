"""The print templates: shipped ones, made by program after GB/T 9704-2012, and a county's own.

`python -m rectification.reports.render.template` writes the shipped ones to templates/print/.
"""

from pathlib import Path
from typing import Any

SHIPPED = Path(__file__).resolve().parents[3] / "templates" / "print"


def template_bytes(county: str, kind: Any) -> bytes:
    """The county's own template of a kind where it has one in force, else the shipped one. One
    query."""
    # Writing the shipped templates needs no models.
    from rectification.reports.models import TemplateEdition

    rows = TemplateEdition.objects.in_county(county).filter(kind=kind.code, withdrawn=False)
    row = rows.select_related("template").order_by("-id").first()
    return bytes(row.template.content) if row else (SHIPPED / kind.template).read_bytes()


def main() -> None:
    """Writes the shipped templates."""
    from rectification.reports.render.bulletin import bulletin_template

    SHIPPED.mkdir(parents=True, exist_ok=True)
    (SHIPPED / "bulletin.docx").write_bytes(bulletin_template())


if __name__ == "__main__":
    main()
