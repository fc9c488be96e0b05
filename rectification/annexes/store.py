"""Where papers lie: each content once, under its checksum, readable by the portal alone."""

import hashlib
import os
import re
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from villages.common.errors import DomainError

_SHA = re.compile(r"[0-9a-f]{64}")
_FOLDER = "annexes"
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Kept:
    """A kept file: checksum, bytes, and what it turned out to be."""

    sha256: str
    size: int
    media_type: str


def keep(chunks: Iterable[bytes], most: int, looks: Callable[[Path], str]) -> Kept:
    """Keeps a file of at most so many bytes; `looks` names its type or refuses it.

    Nothing is left behind by a refusal. The bytes stay as they came.
    """
    draft = _folder() / f"draft-{secrets.token_hex(16)}"
    try:
        sha256, size = _write(draft, chunks, most)
        media_type = looks(draft)
        final = path_of(sha256)
        final.parent.mkdir(parents=True, exist_ok=True)
        draft.replace(final)
    finally:
        draft.unlink(missing_ok=True)
    return Kept(sha256, size, media_type)


def path_of(sha256: str) -> Path:
    """Where a content lies; only checksums are followed."""
    if not _SHA.fullmatch(sha256):
        raise missing()
    return _folder() / sha256[:2] / sha256


def content_of(sha256: str) -> bytes:
    """The bytes, as they came. Raises `annex_missing`, and `annex_damaged` where they changed."""
    try:
        content = path_of(sha256).read_bytes()
    except OSError as error:
        raise missing() from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise DomainError(
            "annex_damaged",
            _("这个文件与登记时的校验值不一致。"),
            _("请联系系统管理员从备份恢复。"),
        )
    return content


def missing() -> DomainError:
    """The refusal where the file itself is gone."""
    return DomainError("annex_missing", _("这个文件不在了。"), _("请联系系统管理员从备份恢复。"))


def _folder() -> Path:
    folder = Path(settings.MEDIA_ROOT) / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _write(draft: Path, chunks: Iterable[bytes], most: int) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as handle:
        for chunk in chunks:
            size += len(chunk)
            if size > most:
                raise DomainError(
                    "annex_large", _("文件超过 %s MB。") % (most // MEGABYTE),
                    _("请压缩图片或拆成几份;也可以只登记名称和文号。"),
                )  # fmt: skip
            digest.update(chunk)
            handle.write(chunk)
    if not size:
        raise DomainError("annex_empty", _("这是一个空文件。"), _("请重新选择文件。"))
    return digest.hexdigest(), size
