"""Children are kept running and ended in order."""

import os
import signal
import sys
import time

import pytest

from config.launching import child, stopping, supervisor
from config.launching.refusal import Refusal
from tests.config.launching.processes import SLEEPER, STUBBORN, alive, wait


def test_leftovers_of_a_group_are_killed_with_it(tmp_path):
    code = (
        "import subprocess, sys\n"
        f"inner = subprocess.Popen({SLEEPER!r})\n"
        "print(inner.pid, flush=True)"
    )
    one = child.Child("a", "甲", [sys.executable, "-c", code], tmp_path / "a.log")
    one.start(tmp_path)
    assert one.await_end(10)
    inner = int(one.log.read_text())
    assert alive(inner)

    status = one.clear()

    assert status == 0
    assert wait(lambda: not alive(inner))


def _children(tmp_path, *commands):
    return [
        child.Child(f"c{number}", f"进程{number}", command, tmp_path / f"c{number}.log", 0.5)
        for number, command in enumerate(commands)
    ]


def _run(tmp_path, members, stop, while_up):
    keeper = supervisor.Supervisor(members, stop, tmp_path)
    keeper.run(lambda: True, while_up)


def test_all_children_end_when_asked(tmp_path):
    members, stop, pids = _children(tmp_path, SLEEPER, SLEEPER), stopping.StopRequest(), []

    def up():
        pids.extend(one.process.pid for one in members)
        stop.ask()

    _run(tmp_path, members, stop, up)

    assert len(pids) == 2
    assert not any(map(alive, pids))


def test_children_are_asked_in_the_order_given(tmp_path, monkeypatch):
    members, stop, asked = (
        _children(tmp_path, SLEEPER, SLEEPER),
        stopping.StopRequest(),
        [],
    )
    real = child.Child.send
    monkeypatch.setattr(
        child.Child, "send", lambda one, number: (asked.append(one.name), real(one, number))
    )

    _run(tmp_path, members, stop, stop.ask)

    assert asked == ["c0", "c1"]


def test_a_child_that_will_not_end_is_killed(tmp_path, monkeypatch):
    monkeypatch.setattr(supervisor, "STOP_LIMIT", 1.5)
    members, stop, pids = _children(tmp_path, STUBBORN), stopping.StopRequest(), []

    def up():
        wait(lambda: "deaf" in members[0].log.read_text())
        pids.append(members[0].process.pid)
        stop.ask()

    began = time.monotonic()
    _run(tmp_path, members, stop, up)

    assert not alive(pids[0])
    assert time.monotonic() - began < 10


def test_asking_twice_does_notwait(tmp_path):
    members, stop = _children(tmp_path, STUBBORN), stopping.StopRequest()
    members[0].grace = 60
    began = []

    def up():
        wait(lambda: "deaf" in members[0].log.read_text())
        stop.ask()
        stop.ask()
        began.append(time.monotonic())

    _run(tmp_path, members, stop, up)

    assert time.monotonic() - began[0] < 3


def test_a_fallen_child_is_started_again(tmp_path):
    members, stop = _children(tmp_path, SLEEPER), stopping.StopRequest()
    keeper = supervisor.Supervisor(members, stop, tmp_path)
    keeper._ready = True
    members[0].start(tmp_path)
    first = members[0].process.pid

    os.kill(first, signal.SIGKILL)
    assert wait(lambda: not alive(first))
    keeper.tend()
    time.sleep(0.6)
    keeper.tend()

    assert members[0].running
    assert members[0].process.pid != first
    keeper.stop_all()


def test_a_web_that_falls_twice_while_starting_ends_the_portal(tmp_path):
    falling = [sys.executable, "-c", "raise SystemExit(3)"]
    members = _children(tmp_path, falling, SLEEPER)
    keeper = supervisor.Supervisor(members, stopping.StopRequest(), tmp_path)

    with pytest.raises(Refusal, match=r"进程0反复退出.*c0\.log"):
        keeper.run(lambda: False, lambda: None)

    assert all(one.process is None for one in members)


def test_a_child_that_keeps_falling_ends_the_portal(tmp_path, monkeypatch):
    monkeypatch.setattr(supervisor, "MAX_DEATHS", 1)
    falling = [sys.executable, "-c", "raise SystemExit(3)"]
    members = _children(tmp_path, SLEEPER, falling)
    keeper = supervisor.Supervisor(members, stopping.StopRequest(), tmp_path)

    with pytest.raises(Refusal, match=r"进程1反复退出.*c1\.log"):
        keeper.run(lambda: True, lambda: None)

    assert all(one.process is None for one in members)


def test_the_others_start_when_the_first_is_ready(tmp_path):
    members, stop, seen = _children(tmp_path, SLEEPER, SLEEPER), stopping.StopRequest(), []
    keeper = supervisor.Supervisor(members, stop, tmp_path)

    def ready():
        seen.append([one.process is not None for one in members])
        return True

    keeper.run(ready, stop.ask)

    assert seen == [[True, False]]


def test_five_ends_in_a_minute_are_allowed_with_growing_pauses():
    deaths, pauses, allowed = supervisor.Deaths(), [], []

    for now in (100.0, 101.0, 103.0, 106.0, 111.0, 120.0):
        allowed.append(deaths.record(now, supervisor.MAX_DEATHS))
        pauses.append(deaths.due - now)

    assert allowed == [True] * 5 + [False]
    assert pauses == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0]


def test_ends_long_ago_are_forgotten():
    deaths = supervisor.Deaths()
    for now in range(5):
        deaths.record(float(now), supervisor.MAX_DEATHS)

    assert deaths.record(1000.0, supervisor.MAX_DEATHS)
    assert deaths.due == 1000.5


def test_a_portal_that_never_answers_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(supervisor, "START_LIMIT", 0.3)
    members = _children(tmp_path, SLEEPER)
    keeper = supervisor.Supervisor(members, stopping.StopRequest(), tmp_path)

    with pytest.raises(Refusal, match="没有就绪"):
        keeper.run(lambda: False, lambda: None)

    assert members[0].process is None
