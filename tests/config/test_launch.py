"""The launcher as a whole: no orphan however it ends, one line on a refusal."""

import signal
import socket
import subprocess
import sys
import textwrap

import pytest

from config import launch
from config.launching import health, place, stopping
from tests.config.launching.processes import alive, wait

DRIVER = """
    import pathlib, sys
    from config.launching import child, stopping, supervisor
    folder, stop = pathlib.Path(sys.argv[1]), stopping.StopRequest()
    stop.listen()
    sleeper = [sys.executable, "-c", "import time; time.sleep(60)"]
    members = [child.Child(n, n, sleeper, folder / n) for n in ("web", "worker")]
    up = lambda: print(*(one.process.pid for one in members), flush=True)
    supervisor.Supervisor(members, stop, folder).run(lambda: True, up)
"""


def _as_in_a_terminal() -> None:
    """Whoever runs the tests may ignore a closed terminal (nohup), and children inherit that."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.mark.parametrize(
    ("number", "status"),
    [
        (signal.SIGTERM, 0),
        (signal.SIGINT, 0),
        (signal.SIGHUP, 0),
        (signal.SIGKILL, -signal.SIGKILL),
    ],
)
def test_no_orphan_stays(tmp_path, number, status):
    command = [sys.executable, "-c", textwrap.dedent(DRIVER), str(tmp_path)]
    driver = subprocess.Popen(
        command, cwd=place.CODE, stdout=subprocess.PIPE, preexec_fn=_as_in_a_terminal
    )
    pids = [int(word) for word in driver.stdout.readline().split()]
    assert len(pids) == 2

    driver.send_signal(number)

    assert driver.wait(15) == status
    assert wait(lambda: not any(map(alive, pids)))
    driver.stdout.close()


def test_the_launcher_ends_with_its_parent(tmp_path):
    inner = (
        "import os, signal, time; from config.launching.deathsig import follow;"
        "follow(os.getppid(), signal.SIGTERM); print(os.getpid(), flush=True); time.sleep(60)"
    )
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    parent = subprocess.Popen([sys.executable, "-c", outer], cwd=place.CODE, stdout=subprocess.PIPE)
    pid = int(parent.stdout.readline())

    parent.kill()
    parent.wait()

    assert wait(lambda: not alive(pid))
    parent.stdout.close()


def test_a_refusal_is_one_line_and_status_one(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("PORTAL_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(stopping.StopRequest, "listen", lambda self: None)

    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("PORT", str(server.getsockname()[1]))
        status = launch.main(["run"])

    told = capsys.readouterr().err
    assert status == 1
    assert told.startswith("启动失败：端口")
    assert told.count("\n") == 1
    assert list((tmp_path / "data").iterdir()) == []


def test_health_asks_with_a_name_the_portal_accepts(tmp_path, monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "portal.example,other.example")

    assert (
        health._host_header(place.Place(tmp_path, tmp_path, "127.0.0.1", 8000)) == "portal.example"
    )


def test_nobody_listening_is_not_healthy(tmp_path):
    assert health.healthy(place.Place(tmp_path, tmp_path, "127.0.0.1", 1)) is False
