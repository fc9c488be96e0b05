"""Files that came in: under random names, readable by the portal alone."""

import hashlib
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from villages.common.text import clean
from villages.imports.reading.limits import DEFAULT
from villages.imports.reading.run import Book, read_tables, refusal, unpacked

_FOLDER = "imports"
_LONGEST_NAME = 120
_SEAL = 32


@dataclass(frozen=True)
class Stored:
    """A kept file: its random name, the digest of its content, how it was called."""

    name: str
    digest: str
    shown: str


def keep(chunks: Iterable[bytes], shown: str) -> Stored:
    """Writes a file under a random name. Raises `file_too_large` without leaving anything."""
    folder = Path(settings.MEDIA_ROOT) / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    name = secrets.token_hex(16)
    digest, size = hashlib.sha256(), 0
    descriptor = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as handle:
        for chunk in chunks:
            size += len(chunk)
            if size > DEFAULT.size:
                break
            digest.update(chunk)
            handle.write(chunk)
    if size > DEFAULT.size:
        remove(name)
        raise refusal("file_too_large")
    return Stored(name, digest.hexdigest(), shown_name(shown))


def path_of(stored_name: str) -> Path:
    """Where a kept file lies. Only names that this module made are followed."""
    if not stored_name or not stored_name.isalnum():
        raise refusal("file_missing")
    return Path(settings.MEDIA_ROOT) / _FOLDER / stored_name


def book_of(stored_name: str) -> Book:
    """The tables of a kept file. It is read once; what was read lies beside it until the batch
    is decided, sealed by a digest: where that does not fit, the file is read again."""
    path = path_of(stored_name)
    said = _sealed(_tables_of(stored_name))
    if said is not None:
        return unpacked(said)
    said = read_tables(path)
    book = unpacked(said)
    _seal(_tables_of(stored_name), said)
    return book


def remove(stored_name: str) -> None:
    """Forgets a file; a file that is gone already is no error."""
    if stored_name:
        path_of(stored_name).unlink(missing_ok=True)
        forget_tables(stored_name)


def forget_tables(stored_name: str) -> None:
    """Nobody will ask for the tables again; the file itself stays."""
    if stored_name:
        _tables_of(stored_name).unlink(missing_ok=True)


def _tables_of(stored_name: str) -> Path:
    return path_of(stored_name).with_suffix(".tables")


def _sealed(path: Path) -> bytes | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    seal, said = content[:_SEAL], content[_SEAL:]
    return said if hashlib.sha256(said).digest() == seal else None


def _seal(path: Path, said: bytes) -> None:
    """Under another name first: nobody reads half of it."""
    draft = path.with_suffix(f".{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as handle:
        handle.write(hashlib.sha256(said).digest())
        handle.write(said)
    draft.replace(path)


def shown_name(name: Any) -> str:
    """The name as people may see it: no path, no control or direction marks."""
    last = str(name or "").replace("\\", "/").rsplit("/", 1)[-1]
    tidy = clean(last).replace("\n", " ").replace("\t", " ")
    if len(tidy) > _LONGEST_NAME:
        stem, dot, ending = tidy.rpartition(".")
        tidy = stem[: _LONGEST_NAME - len(ending) - 2] + "…" + dot + ending[:20]
    return tidy[:_LONGEST_NAME] or "未命名"
