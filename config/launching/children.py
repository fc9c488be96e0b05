"""The three processes of a running portal."""

import sys
from pathlib import Path

from config import env
from config.launching.child import Child
from config.launching.facts import Facts
from config.launching.place import Place


def children(place: Place, facts: Facts) -> list[Child]:
    """Web, beat and worker, in the order in which they are stopped."""
    shared = place.environ()
    if facts.today and not env.text("PORTAL_TODAY"):
        shared["PORTAL_TODAY"] = facts.today
    background = {**shared, "PORTAL_ROLE": "worker"}
    logs = place.logs
    return [
        Child("web", "网站进程", _web(place), logs / "web.log", 6.0, shared),
        Child("beat", "定时进程", _beat(place.data), logs / "beat.log", 3.0, background),
        Child("worker", "后台进程", _worker(), logs / "worker.log", 10.0, background),
    ]


def _web(place: Place) -> list[str]:
    options = {
        "--bind": place.bind,
        "--workers": "2",
        "--threads": "4",
        "--timeout": "30",
        "--graceful-timeout": "5",
        "--max-requests": "2000",
        "--max-requests-jitter": "200",
    }
    words = [word for pair in options.items() for word in pair]
    # Its control socket would be one for all portals of a user, and would stay behind.
    flags = ["--preload", "--no-control-socket"]
    return [sys.executable, "-m", "gunicorn", "config.wsgi:application", *words, *flags]


def _beat(data: Path) -> list[str]:
    schedule = data / "beat" / "schedule"
    schedule.parent.mkdir(parents=True, exist_ok=True)
    return [*_celery(), "beat", "--schedule", str(schedule), "--loglevel", "WARNING"]


def _worker() -> list[str]:
    # One process beside SQLite and the filesystem broker, which serve one writer at a time.
    embedded = not env.text("CELERY_BROKER_URL") or env.text("CELERY_BROKER_URL").startswith("file")
    concurrency = "1" if embedded else "2"
    quiet = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    return [*_celery(), "worker", "--concurrency", concurrency, "--loglevel", "INFO", *quiet]


def _celery() -> list[str]:
    return [sys.executable, "-m", "celery", "--app", "config.celery"]
