"""The shipped print template of the bulletin, made by program after GB/T 9704-2012.

`python -m rectification.reports.render.template` writes it to templates/print/. Staff may edit a
copy under the data folder (`templates/monthly.docx`), which then is used instead.
"""

from pathlib import Path

from django.conf import settings

SHIPPED = Path(__file__).resolve().parents[3] / "templates" / "print"


def template_bytes(name: str) -> bytes:
    """The county's own template where there is one, else the shipped one."""
    own = Path(settings.PORTAL_DATA) / "templates" / name
    return (own if own.is_file() else SHIPPED / name).read_bytes()


def main() -> None:
    """Writes the shipped templates."""
    from rectification.reports.render.bulletin import bulletin_template

    SHIPPED.mkdir(parents=True, exist_ok=True)
    (SHIPPED / "monthly.docx").write_bytes(bulletin_template())


if __name__ == "__main__":
    main()
