"""Runs one management command in front of the user."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from config.launching.child import rotate
from config.launching.deathsig import following
from config.launching.place import Place
from config.launching.preflight import NEEDED_MB
from config.launching.refusal import FULL_DISK, Refusal
from config.launching.stopping import Stopped, StopRequest

FULL = ("No space left on device", "database or disk is full", "could not extend file")


def manage(place: Place, stop: StopRequest, *arguments: str) -> str:
    """Output of `manage.py …`; its progress is shown, a traceback goes to its log alone.

    Raises Refusal with one sentence when it fails, Stopped when the user asked to stop.
    """
    log = place.logs / f"{arguments[0]}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    rotate(log)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        status, last = _stream(place, stop, arguments, output.fileno(), log)
        output.seek(0)
        text = output.read()
    if stop.asked:
        raise Stopped
    if status:
        raise Refusal(_failure(place, last, log))
    return text


def _stream(
    place: Place, stop: StopRequest, arguments: tuple[str, ...], output: int, log: Path
) -> tuple[int, str]:
    """Show the progress lines as they come; gives the exit status and the last line."""
    last, quiet = "", False
    with log.open("w", encoding="utf-8") as record, _start(place, arguments, output) as process:
        stop.also(process.terminate)
        for line in process.stderr or ():
            record.write(line)
            quiet = quiet or line.startswith("Traceback")
            last = line.strip() or last
            if not quiet:
                print(line, end="", flush=True)
    stop.also(None)
    return process.returncode, last


def _start(place: Place, arguments: tuple[str, ...], output: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=place.code,
        env={**os.environ, **place.environ()},
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        process_group=0,
        preexec_fn=following(),
    )


def _failure(place: Place, last: str, log: Path) -> str:
    if any(mark in log.read_text(encoding="utf-8", errors="replace") for mark in FULL):
        return FULL_DISK.format(folder=place.data, needed=NEEDED_MB)
    return f"准备数据失败（{last.rstrip('。') or '没有说明'}）：完整记录见 {log}。"
