"""Stages with real processes: embedded (SQLite, files as broker) and with servers."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.proxy import Proxy
from tests.support.redis_server import RedisServer
from tests.support.stage import Stage
from tests.support.templates import postgresql_database, sqlite_database

WHOLE = os.environ.get("CHAOS") == "whole"


@contextmanager
def _played(stage: Stage) -> Iterator[Stage]:
    try:
        yield stage
    finally:
        stage.strike()


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[RedisServer]:
    """A Redis that a proof may mistreat."""
    server = RedisServer(tmp_path)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def proxy(redis: RedisServer) -> Iterator[Proxy]:
    """The way to that Redis."""
    with Proxy(redis.port) as way:
        yield way


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[Stage]:
    """As `make run` without any setting: SQLite and the filesystem broker."""
    with _played(Stage(tmp_path, sqlite_database(tmp_path), "filesystem://localhost//")) as stage:
        yield stage


@pytest.fixture
def served(tmp_path: Path, redis: RedisServer) -> Iterator[Stage]:
    """PostgreSQL and Redis."""
    with (
        postgresql_database() as database,
        _played(Stage(tmp_path, database, redis.url)) as stage,
    ):
        yield stage


@pytest.fixture
def behind_proxy(served: Stage, proxy: Proxy) -> Stage:
    """PostgreSQL, and Redis reached through the proxy."""
    served.broker = f"redis://127.0.0.1:{proxy.port}/0"
    return served
