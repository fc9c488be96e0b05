"""The three processes and their logs."""

import pytest

from config.launching import child, children, facts


def test_each_process_is_there_once_and_in_stopping_order(here):
    found = children.children(here, facts.Facts())

    assert [one.name for one in found] == ["web", "beat", "worker"]
    assert here.bind in found[0].command


def test_the_demo_date_is_set_unless_the_user_set_one(here, monkeypatch):
    demo = facts.Facts(True, "2026-11-03")
    monkeypatch.delenv("PORTAL_TODAY", raising=False)

    assert children.children(here, demo)[0].environ["PORTAL_TODAY"] == "2026-11-03"

    monkeypatch.setenv("PORTAL_TODAY", "2026-12-01")
    assert children.children(here, demo)[0].environ["PORTAL_TODAY"] == "2026-12-01"


@pytest.mark.parametrize(
    ("broker", "concurrency"), [("", "1"), ("filesystem://", "1"), ("redis://h/1", "2")]
)
def test_the_embedded_broker_gets_one_process(here, monkeypatch, broker, concurrency):
    monkeypatch.setenv("CELERY_BROKER_URL", broker)

    worker = children.children(here, facts.Facts())[2].command

    assert worker[worker.index("--concurrency") + 1] == concurrency


def test_logs_are_rotated(tmp_path):
    log = tmp_path / "web.log"
    for number in range(8):
        log.write_text(str(number))
        child.rotate(log, keep=3)

    kept = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert kept == {"web.log.1": "7", "web.log.2": "6", "web.log.3": "5"}
