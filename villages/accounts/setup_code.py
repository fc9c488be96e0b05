"""The code that opens the first-run wizard: whoever can read the data folder may set up."""

import secrets
from pathlib import Path

from django.conf import settings

SIGNS, GROUPS, SIZE = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 5, 4


def _file() -> Path:
    return Path(settings.PORTAL_DATA) / "setup_code"


def read_or_create() -> str:
    """The code of this installation, made once, readable by its owner only (0600)."""
    path = _file()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(_new(), encoding="ascii")
    return path.read_text(encoding="ascii").strip()


def fits(typed: str) -> bool:
    """Whether this is the code; small letters and missing hyphens are forgiven."""
    path = _file()
    if not path.exists():
        return False
    return secrets.compare_digest(_bare(typed).encode(), _bare(read_or_create()).encode())


def remove() -> None:
    """Set-up is done: the code opens nothing any more."""
    _file().unlink(missing_ok=True)


def _bare(text: str) -> str:
    return "".join(text.upper().replace("-", "").split())


def _new() -> str:
    groups = ("".join(secrets.choice(SIGNS) for _one in range(SIZE)) for _group in range(GROUPS))
    return "-".join(groups)
