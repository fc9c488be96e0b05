"""One launcher for one data folder, and nothing stale."""

import os
import subprocess
import sys

import pytest

from config.launching import lock, place
from config.launching.refusal import Refusal


def test_a_second_launcher_is_refused_with_the_first_one_named(tmp_path):
    first, second = lock.DataLock(tmp_path), lock.DataLock(tmp_path)
    first.take()

    with pytest.raises(Refusal, match=f"进程 {os.getpid()}"):
        second.take()
    first.close()


def test_nothing_stays_behind(tmp_path):
    held = lock.DataLock(tmp_path)
    held.take()

    held.close()

    assert list(tmp_path.iterdir()) == []


def test_a_lock_of_a_killed_launcher_is_taken_over(tmp_path):
    code = (
        "import os, signal, sys, pathlib\n"
        "from config.launching.lock import DataLock\n"
        "DataLock(pathlib.Path(sys.argv[1])).take(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=place.CODE, check=False)
    assert (tmp_path / "launch.lock").exists()

    held = lock.DataLock(tmp_path)
    held.take()

    assert held.left_over
    held.close()
    assert list(tmp_path.iterdir()) == []


def test_a_lock_file_removed_meanwhile_is_not_mistaken_for_a_hold(tmp_path, monkeypatch):
    real, removed = lock.fcntl.flock, []

    def flock_after_removal(handle, flags):
        if not removed:
            removed.append(True)
            (tmp_path / "launch.lock").unlink()
        real(handle, flags)

    monkeypatch.setattr(lock.fcntl, "flock", flock_after_removal)
    held = lock.DataLock(tmp_path)

    held.take()

    assert (tmp_path / "launch.lock").read_text() == f"{os.getpid()}\n"
    held.close()
