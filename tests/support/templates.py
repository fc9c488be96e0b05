"""Migrated databases, made once for each state of the migrations and then copied or loaded.

Running all migrations takes one core many seconds: one process does it, every other one and every
later run takes the file. Tables, triggers and the rows of data migrations are the same bytes.
"""

import fcntl
import hashlib
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import uuid4

from django.core import management
from django.core.management import call_command
from django.db import connection

from tests.support.stage import POSTGRESQL, ROOT, prepare

KEPT = ROOT / ".cache" / "proofs"
APPS = ("villages", "branches", "cadres", "collective_economy", "rectification")
# Beside the migrations themselves: what they call, and which apps there are.
BESIDE = ("requirements.lock", "config/settings.py", "villages/db/append_only.py")


def _digest() -> str:
    """Changes with every migration and every version of a library."""
    migrations = (path for app in APPS for path in ROOT.glob(f"{app}/**/migrations/*.py"))
    seen = hashlib.sha256()
    for path in (*sorted(migrations), *(ROOT / name for name in BESIDE)):
        seen.update(path.read_bytes())
    return seen.hexdigest()[:16]


@contextmanager
def _alone() -> Iterator[Path]:
    """One test process prepares, the others wait for it."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        yield KEPT


def _migrated() -> Path:
    """The file that everybody copies; those of other migrations are of no use any more."""
    with _alone() as kept:
        template = kept / f"{_digest()}.sqlite3"
        if not template.exists():
            with tempfile.TemporaryDirectory(dir=kept) as draft:
                made = Path(draft, "made.sqlite3")
                prepare(f"sqlite:///{made}", Path(draft))
                _settle(made)
                for old in kept.glob("*.sqlite3"):
                    old.unlink()
                made.rename(template)
    return template


def _settle(path: Path) -> None:
    """One file without a log beside it."""
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("PRAGMA journal_mode=DELETE")


def load_instead_of_migrating() -> None:
    """A test database in memory is loaded from the file when Django would migrate it next.

    Another database is migrated as ever.
    """

    def called(name: str, **options: Any) -> None:
        waiting.stop()
        _load() if name == "migrate" else call_command(name, **options)

    waiting = patch.object(management, "call_command", called)
    if connection.vendor == "sqlite":
        waiting.start()


def _load() -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(_migrated())) as source:
        source.backup(connection.connection)


def sqlite_database(folder: Path) -> str:
    """A fresh migrated file in this folder."""
    shutil.copy(_migrated(), folder / "portal.sqlite3")
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
