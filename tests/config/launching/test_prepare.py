"""Database and static files before the first process."""

import textwrap
import time

import pytest

from config.launching import facts, prepare, stopping
from config.launching.refusal import Refusal


def _script(here, body):
    (here.code / "manage.py").write_text(textwrap.dedent(body), encoding="utf-8")
    (here.code / "requirements.lock").write_text("", encoding="utf-8")
    here.data.mkdir(exist_ok=True)


def test_progress_is_shown_and_facts_are_read(here, capfd):
    _script(
        here,
        """
        import json, sys
        print("正在载入演示县 1/2", file=sys.stderr)
        print(json.dumps({"demo": False}))
    """,
    )

    found = prepare.prepare(here, stopping.StopRequest())

    assert found == facts.Facts()
    assert "正在载入演示县 1/2" in capfd.readouterr().out


def test_a_traceback_goes_to_the_log_and_one_sentence_to_the_user(here, capfd):
    _script(here, "raise RuntimeError('表不存在')")

    with pytest.raises(Refusal, match="准备数据失败（RuntimeError: 表不存在）") as refused:
        prepare.prepare(here, stopping.StopRequest())

    assert "Traceback" not in capfd.readouterr().out
    log = here.logs / "prepare.log"
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert str(log) in str(refused.value)


def test_a_disk_that_fills_up_meanwhile_is_named(here):
    _script(here, "raise SystemExit('database or disk is full')")

    with pytest.raises(Refusal, match="磁盘空间不足"):
        prepare.prepare(here, stopping.StopRequest())


def test_asking_to_stop_ends_the_command(here):
    _script(here, "import time; time.sleep(60)")
    stop = stopping.StopRequest()
    stop.ask()
    began = time.monotonic()

    with pytest.raises(stopping.Stopped):
        prepare.prepare(here, stop)

    assert time.monotonic() - began < 10


def test_static_files_are_collected_only_when_changed(here, monkeypatch):
    calls = []

    def collected(place, stop, *arguments):
        calls.append(arguments[0])
        (here.data / "static").mkdir(exist_ok=True)
        (here.data / "static" / "staticfiles.json").write_text("{}")

    monkeypatch.setattr(prepare, "manage", collected)
    _script(here, "")
    (here.code / "static").mkdir()
    style = here.code / "static" / "a.css"
    style.write_text("a{}")

    for content in ("a{}", "a{}", "b{}"):
        style.write_text(content)
        prepare.collect_static(here, stopping.StopRequest())

    assert calls == ["collectstatic", "collectstatic"]


def test_a_failing_command_without_words_is_said_so(here):
    _script(here, "raise SystemExit(1)")

    with pytest.raises(Refusal, match="没有说明"):
        prepare.prepare(here, stopping.StopRequest())
