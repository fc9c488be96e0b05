"""Typed readers for settings that come from the environment."""

import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


def text(name: str, default: str = "") -> str:
    """The value of NAME, or the content of the file named by NAME_FILE, or the default."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool = False) -> bool:
    """1, true, yes, on (any case) are true."""
    value = text(name)
    return value.lower() in {"1", "true", "yes", "on"} if value else default


def number(name: str, default: int) -> int:
    """A whole number."""
    return int(text(name) or default)


def words(name: str, default: str = "") -> list[str]:
    """Comma-separated words."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def secret(name: str, folder: Path) -> str:
    """NAME, NAME_FILE, or a key made once under the data folder, readable by its owner only."""
    if value := text(name):
        return value
    path = folder / name.lower()
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write_once(path, secrets.token_urlsafe(48))
    return path.read_text(encoding="utf-8").strip()


def _write_once(path: Path, value: str) -> None:
    """Two processes may start at once: the first one wins, nobody reads half a key."""
    draft = path.with_suffix(f".{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as handle:
        handle.write(value)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def demo_date(marker: Path) -> str | None:
    """The demo's own date where the demo county is loaded; it then holds as PORTAL_TODAY."""
    if not marker.exists():
        return None
    today = str(json.loads(marker.read_text(encoding="utf-8"))["today"])
    return os.environ.setdefault("PORTAL_TODAY", today)


def database(url: str, *, role: str = "web") -> dict[str, Any]:
    """Django's database dictionary for `sqlite:///path` or `postgresql://user@host/name`."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path[1:]) or ":memory:")
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgresql(parts, role)
    raise ValueError(f"DATABASE_URL: unknown scheme {parts.scheme!r}")


def _sqlite(name: str) -> dict[str, Any]:
    # IMMEDIATE: a read-then-write transaction must take the lock at once, or concurrent
    # writers fail with "database is locked" whatever the timeout.
    pragmas = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY; "
        "PRAGMA cache_size=-64000; PRAGMA mmap_size=268435456;"
    )
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
    # A connection kept open saves the pragmas on every request.
    return {
        "ENGINE": "villages.db.sqlite",
        "NAME": name,
        "CONN_MAX_AGE": 60,
        "OPTIONS": options,
    }


def _postgresql(parts: Any, role: str) -> dict[str, Any]:
    seconds = 10 if role == "web" else 120
    timeouts = (
        f"-c statement_timeout={seconds}s -c lock_timeout=5s "
        "-c idle_in_transaction_session_timeout=30s"
    )
    options: Mapping[str, Any] = {
        "options": timeouts,
        "connect_timeout": 5,
        **dict(parse_qsl(parts.query)),
    }
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(options),
    }


def cache(url: str) -> dict[str, Any]:
    """Django's cache dictionary for `db://table`, `redis://…` or `locmem://`."""
    parts = urlsplit(url)
    if parts.scheme in {"redis", "rediss"}:
        limits = {"socket_timeout": 0.5, "socket_connect_timeout": 0.5}
        backend = "django.core.cache.backends.redis.RedisCache"
        return {"BACKEND": backend, "LOCATION": url, "OPTIONS": limits}
    if parts.scheme == "db":
        table = parts.netloc or "portal_cache"
        return {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": table}
    return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
