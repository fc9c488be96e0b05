"""Migrated databases for proofs, made once for each state of the migrations and then copied."""

import fcntl
import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from tests.support.stage import POSTGRESQL, ROOT, prepare

KEPT = ROOT / ".cache" / "proofs"


def _digest() -> str:
    """Changes with every migration and every version of a library."""
    seen = hashlib.sha256((ROOT / "requirements.lock").read_bytes())
    for path in sorted(ROOT.glob("*/**/migrations/*.py")):
        if not path.is_relative_to(ROOT / ".venv"):
            seen.update(path.read_bytes())
    return seen.hexdigest()[:16]


@contextmanager
def _alone() -> Iterator[Path]:
    """One test process prepares, the others wait for it."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        yield KEPT


def sqlite_database(folder: Path) -> str:
    """A fresh migrated file in this folder."""
    with _alone() as kept:
        template = kept / f"{_digest()}.sqlite3"
        if not template.exists():
            with tempfile.TemporaryDirectory() as draft:
                prepare(f"sqlite:///{draft}/made.sqlite3", Path(draft))
                shutil.move(f"{draft}/made.sqlite3", template)
    shutil.copy(template, folder / "portal.sqlite3")
    return f"sqlite:///{folder / 'portal.sqlite3'}"


@contextmanager
def postgresql_database() -> Iterator[str]:
    """A fresh migrated database, dropped afterwards."""
    name = f"portal_proof_{uuid4().hex[:12]}"
    url = f"{POSTGRESQL}/{name}"
    _run(f'CREATE DATABASE "{name}"')
    try:
        _fill(url)
        yield url
    finally:
        _run(f'DROP DATABASE "{name}" WITH (FORCE)')


def _fill(url: str) -> None:
    """From the dump of an earlier migration where there is one: seconds instead of many."""
    with _alone() as kept:
        dump = kept / f"{_digest()}.sql"
        if dump.exists() and shutil.which("psql"):
            words = ["psql", "--quiet", "--set", "ON_ERROR_STOP=1", "--file", str(dump), url]
            subprocess.run(words, check=True, capture_output=True)
            return
        with tempfile.TemporaryDirectory() as draft:
            prepare(url, Path(draft))
        if shutil.which("pg_dump"):
            made = subprocess.run(["pg_dump", "--no-owner", url], check=True, capture_output=True)
            dump.write_bytes(made.stdout)


def _run(sql: str) -> None:
    """One statement outside any transaction."""
    import psycopg2

    connection = psycopg2.connect(f"{POSTGRESQL}/postgres")
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql)
    finally:
        connection.close()
