"""A portal of its own with the demo county, for tests in a browser."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent.parent
PASSWORD = "Autumn-2026-maple"
PATIENCE = 150
# The suite's own settings must not reach the portal: it is set up as anybody would.
FOREIGN = (
    "SECRET_KEY", "FIELD_KEY", "TOKEN_PEPPER", "DATABASE_URL", "CACHE_URL", "CELERY_BROKER_URL",
    "PORTAL_TODAY", "PUBLIC_URL",
)  # fmt: skip
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--no-first-run", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def chromium_path() -> str | None:
    """The browser that CHROMIUM names, else Debian's."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


@dataclass(frozen=True)
class Portal:
    """Where it answers, where its data lies, who may sign in."""

    url: str
    data: Path
    accounts: tuple[str, ...]
    today: str

    @property
    def database(self) -> Path:
        """Its SQLite file."""
        return self.data / "portal.sqlite3"


@contextmanager
def portal(data: Path, *, collected: bool = True) -> Iterator[Portal]:
    """Prepared and answering inside; gone afterwards.

    Without `collected` static files come straight from their sources: quicker to start, and
    enough where only behaviour is looked at.
    """
    port = _free_port()
    environ = _environ(data, port)
    facts = json.loads(_manage(environ, "prepare", "--json").splitlines()[-1])
    if collected:
        _manage(environ, "collectstatic", "--noinput", "--verbosity=0")
    else:
        environ["DEBUG"] = "1"
    environ["PORTAL_TODAY"] = facts["today"]
    with (data / "web.log").open("wb") as log:
        process = subprocess.Popen(_web(port), cwd=ROOT, env=environ, stdout=log, stderr=log)
    try:
        url = f"http://127.0.0.1:{port}"
        _await(url, process)
        yield Portal(url, data, tuple(name for name, _role in facts["accounts"]), facts["today"])
    finally:
        process.terminate()
        process.wait(10)


def _environ(data: Path, port: int) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    own = {
        "PORTAL_DATA": str(data), "PORT": str(port), "DEMO_PASSWORD": PASSWORD,
        "DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": str(ROOT),
        "LOG_LEVEL": "WARNING",
    }  # fmt: skip
    return {**kept, **own}


def _manage(environ: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT, env=environ, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def hand(place: Portal, *words: str) -> str:
    """A command of `manage.py` beside the running portal: what it printed."""
    return _manage({**_environ(place.data, 0), "PORTAL_TODAY": place.today}, *words)


def _web(port: int) -> list[str]:
    options = ["--bind", f"127.0.0.1:{port}", "--workers", "1", "--threads", "4"]
    flags = ["--no-control-socket", "--access-logfile", "/dev/null"]
    return [sys.executable, "-m", "gunicorn", "config.wsgi:application", *options, *flags]


def _await(url: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{url}/readyz", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    raise AssertionError("the portal did not answer")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
