"""Where packs lie until they expire."""

import re
import secrets
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

_UID = re.compile(r"[0-9a-f]{32}")
_DRAFT = "draft-"


def folder() -> Path:
    """The folder of packs, readable by the portal alone."""
    found = Path(settings.MEDIA_ROOT) / "packs"
    found.mkdir(parents=True, exist_ok=True, mode=0o700)
    return found


def draft_path() -> Path:
    """A new place to write to: two workers never share one."""
    return folder() / f"{_DRAFT}{secrets.token_hex(16)}"


def path_of(uid: str) -> Path:
    """Where the pack of a job lies; only job numbers are followed."""
    if not _UID.fullmatch(uid):
        raise ValueError(uid)
    return folder() / f"{uid}.zip"


def held() -> list[str]:
    """Numbers of the jobs whose packs lie here."""
    return [one.stem for one in folder().glob("*.zip") if _UID.fullmatch(one.stem)]


def forget(uids: Iterable[str]) -> None:
    """Removes packs; one that is gone already is no error."""
    for uid in uids:
        path_of(uid).unlink(missing_ok=True)


def forget_drafts(before: float) -> None:
    """Removes what killed workers left behind before an instant."""
    for one in folder().glob(f"{_DRAFT}*"):
        if one.stat().st_mtime < before:
            one.unlink(missing_ok=True)
