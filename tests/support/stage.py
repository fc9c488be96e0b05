"""A portal of its own for one proof: data folder, database, broker, real processes."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[2]
QUIET = ["--without-gossip", "--without-mingle", "--without-heartbeat", "--loglevel", "WARNING"]
POSTGRESQL = "postgresql://postgres@127.0.0.1:5432"


def free_port() -> int:
    """A port that nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Stage:
    """Where the processes of one proof meet. Everything ends with `strike()`."""

    folder: Path
    database: str
    broker: str
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def environ(self) -> dict[str, str]:
        """What every process of this stage is told."""
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "PORTAL_DATA": str(self.folder),
            "DATABASE_URL": self.database,
            "CELERY_BROKER_URL": self.broker,
            "SECRET_KEY": "only-for-proofs-" + "x" * 40,
            "FIELD_KEY": "only-for-proofs-field-key-" + "x" * 20,
            "TOKEN_PEPPER": "only-for-proofs-pepper-" + "x" * 20,
            "LOG_LEVEL": "WARNING",
            "PORTAL_TODAY": "2026-11-03",
        }

    def start(self, *words: str, role: str = "worker") -> subprocess.Popen[bytes]:
        """One process in a group of its own, so that it can be killed with its children."""
        log = (self.folder / "processes.log").open("ab")
        process = subprocess.Popen(
            [sys.executable, "-m", *words], cwd=ROOT, env={**self.environ, "PORTAL_ROLE": role},
            stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, process_group=0,
        )  # fmt: skip
        log.close()
        self.processes.append(process)
        return process

    def worker(self, concurrency: int = 2) -> subprocess.Popen[bytes]:
        """A worker with short leases."""
        words = ("worker", "--concurrency", str(concurrency), *QUIET)
        return self.start("tests.support.celery_main", *words)

    def beat(self) -> subprocess.Popen[bytes]:
        """A beat that sweeps twice a second."""
        schedule = str(self.folder / f"beat-{uuid4().hex}")
        return self.start("tests.support.celery_main", "beat", "--schedule", schedule)

    def act(self, *words: object, role: str = "web") -> dict[str, Any]:
        """Runs one act of `tests.support.acts` to its end; the JSON that it prints."""
        done = subprocess.run(
            [sys.executable, "-m", "tests.support.acts", *map(str, words)], cwd=ROOT,
            env={**self.environ, "PORTAL_ROLE": role}, capture_output=True, text=True, timeout=600,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-4000:]
        answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return answer

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The answer of the stage's database, asked beside the portal's own code."""
        if self.database.startswith("sqlite"):
            import sqlite3

            with sqlite3.connect(urlsplit(self.database).path[1:], timeout=20) as connection:
                return list(connection.execute(sql))
        import psycopg2

        connection = psycopg2.connect(self.database)
        try:
            with connection.cursor() as cursor:
                cursor.execute(sql)
                return list(cursor.fetchall())
        finally:
            connection.close()

    def states(self) -> dict[str, int]:
        """How many jobs stand where."""
        found = self.rows("SELECT state, count(*) FROM villages_jobs_job GROUP BY state")
        return {state: int(count) for state, count in found}

    def all_ended(self) -> bool:
        """Whether no job is open."""
        return not {"queued", "running"} & set(self.states())

    def wait_for(self, condition: Callable[[], bool], seconds: float) -> None:
        """Until the condition holds; fails with what the processes said."""
        until = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > until:
                raise AssertionError(f"{self.states()}\n{self.said()}")
            time.sleep(0.1)

    def said(self) -> str:
        """The end of what the processes printed."""
        log = self.folder / "processes.log"
        return log.read_text("utf-8", "replace")[-3000:] if log.exists() else ""

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """kill -9 for the process and its children."""
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def strike(self) -> None:
        """Ends every process."""
        for process in self.processes:
            self.kill(process)


def children_of(process: subprocess.Popen[bytes]) -> list[int]:
    """Process numbers of the pool."""
    path = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(word) for word in path.read_text().split()] if path.exists() else []


def prepare(database: str, folder: Path) -> None:
    """Migrates a database once; stages copy it."""
    stage = Stage(folder, database, "memory://")
    for command in ("migrate", "createcachetable"):
        words = [sys.executable, "manage.py", command, "--verbosity", "0"]
        subprocess.run(words, cwd=ROOT, env=stage.environ, check=True, capture_output=True)
