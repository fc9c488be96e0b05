"""`python -m tests.bench [--quick] [PATH…]`: every path on SQLite, and on PostgreSQL if it answers.

Exit code 1 only where results or numbers of statements are not as they must be; a missed goal is
shown.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg2

_SERVER = "postgresql://postgres@127.0.0.1:5432/postgres"


def main() -> int:
    """Measures in a process per database, each with a database of its own."""
    failed = _measured("sqlite", "", sys.argv[1:])
    server = os.environ.get("DATABASE_URL", "")
    server = server if server.startswith("postgres") else _SERVER
    if not _answers(server):
        print(f"PostgreSQL does not answer ({urlsplit(server).hostname}): not measured there.")
        return failed
    with _own_database(server) as url:
        return failed | _measured("postgresql", url, sys.argv[1:])


def _measured(database: str, url: str, options: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as folder:
        names = ("DATABASE_URL", "CELERY_BROKER_URL", "CACHE_URL")
        env = {name: value for name, value in os.environ.items() if name not in names}
        env |= {"PORTAL_DATA": folder, "DJANGO_SETTINGS_MODULE": "config.settings"}
        env |= {"LOG_LEVEL": "ERROR", **({"DATABASE_URL": url} if url else {})}
        command = [sys.executable, "-m", "tests.bench.run", database, *options]
        return int(subprocess.run(command, env=env, check=False).returncode != 0)


def _answers(server: str) -> bool:
    try:
        psycopg2.connect(server, connect_timeout=3).close()
    except psycopg2.OperationalError:
        return False
    return True


@contextmanager
def _own_database(server: str) -> Iterator[str]:
    name = f"portal_bench_{os.getpid()}"
    _say(server, f"CREATE DATABASE {name}")
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        _say(server, f"DROP DATABASE {name} WITH (FORCE)")


def _say(server: str, statement: str) -> None:
    link = psycopg2.connect(server)
    link.autocommit = True
    with link.cursor() as cursor:
        cursor.execute(statement)
    link.close()


if __name__ == "__main__":
    sys.exit(main())
