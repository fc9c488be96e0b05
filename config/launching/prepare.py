"""Database, first data and static files, before the first process starts."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from config.launching import facts
from config.launching.manage import manage
from config.launching.place import Place
from config.launching.refusal import Refusal
from config.launching.stopping import StopRequest

NOT_SERVED = ("package.json", "package-lock.json")


def prepare(place: Place, stop: StopRequest) -> facts.Facts:
    """Migrate and load the demo county where needed, in one command; raises Refusal."""
    output = manage(place, stop, "prepare", "--json")
    try:
        return facts.parse(output)
    except ValueError as error:
        log = place.logs / "prepare.log"
        raise Refusal(f"准备数据没有给出结果：请重新启动，仍不行时查看 {log}。") from error


def collect_static(place: Place, stop: StopRequest) -> None:
    """Collect static files when one of them, or an installed package, has changed."""
    stamp, digest = place.data / "static.sha256", _digest(_sources(place))
    manifest = place.data / "static" / "staticfiles.json"
    if manifest.exists() and stamp.exists() and stamp.read_text(encoding="ascii") == digest:
        return
    print("正在整理页面文件…", flush=True)
    ignored = [f"--ignore={name}" for name in NOT_SERVED]
    manage(place, stop, "collectstatic", "--noinput", "--clear", "--verbosity=0", *ignored)
    stamp.write_text(digest, encoding="ascii")


def _sources(place: Place) -> Iterable[Path]:
    yield place.code / "requirements.lock"
    yield from sorted((place.code / "config").glob("*.py"))  # what is collected, and how
    found = {place.code / "static", *place.code.glob("*/static"), *place.code.glob("*/*/static")}
    for folder in sorted(found):
        hidden = any(part.startswith(".") for part in folder.relative_to(place.code).parts)
        # The collected files themselves may lie inside the code folder.
        if not hidden and not folder.is_relative_to(place.data):
            yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _digest(files: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in files:
        total.update(str(path).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
