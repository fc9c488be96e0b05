"""A broker that hangs holds nobody up, and its window keeps copies few."""

import threading
import time
from datetime import timedelta

import pytest

from tests import factories
from villages.accounts.choices import Role
from villages.common import clock
from villages.jobs import publishing, sweeping
from villages.jobs.actions import request_job
from villages.jobs.models import Job, Tick
from villages.jobs.states import JobState
from villages.jobs.tasks import run_job


@pytest.fixture(autouse=True)
def _fresh(monkeypatch):
    monkeypatch.setattr(publishing, "breaker", publishing.Breaker())
    monkeypatch.setattr(publishing, "senders", publishing.Senders())


@pytest.fixture
def staff(county):
    return factories.UserFactory(role=Role.COUNTY_STAFF, home_code=county.code)


def _ask(staff, key, **more):
    return request_job(by=staff, kind="none", key=key, title="任务", county="999901", **more)


def test_fifty_at_once_wait_half_a_second_for_a_broker_that_hangs(monkeypatch):
    hang = threading.Event()
    monkeypatch.setattr(run_job, "apply_async", lambda *_args, **_more: hang.wait(5))
    waits, answers = [], []

    def person():
        began = time.monotonic()
        answers.append(publishing.send("x" * 32))
        waits.append(time.monotonic() - began)

    people = [threading.Thread(target=person) for _ in range(50)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    hang.set()

    assert answers == [False] * 50
    assert max(waits) < 1.5


def test_a_later_job_is_not_sent_and_a_due_one_counts_as_sent(
    staff, monkeypatch, django_capture_on_commit_callbacks
):
    sent = []
    monkeypatch.setattr(run_job, "apply_async", lambda args, **_: sent.append(args[0]))

    with django_capture_on_commit_callbacks(execute=True):
        due = _ask(staff, "due")
        later = _ask(staff, "later", due_at=clock.instant() + timedelta(hours=1))

    assert sent == [due.uid]
    assert Job.objects.get(pk=due.pk).published_at is not None
    assert Job.objects.get(pk=later.pk).published_at is None
    assert sweeping.sweep() == 0


def test_a_message_that_failed_is_sent_by_the_next_sweep(
    staff, monkeypatch, django_capture_on_commit_callbacks
):
    def down(*_args, **_more):
        raise OSError("no broker")

    monkeypatch.setattr(run_job, "apply_async", down)
    with django_capture_on_commit_callbacks(execute=True):
        job = _ask(staff, "k")
    assert Job.objects.get(pk=job.pk).published_at is None

    sent = []
    monkeypatch.setattr(publishing, "breaker", publishing.Breaker())
    monkeypatch.setattr(run_job, "apply_async", lambda args, **_: sent.append(args[0]))
    assert (sweeping.sweep(), sent) == (1, [job.uid])


def test_only_the_head_of_a_long_queue_is_sent_again(staff, monkeypatch):
    sent = []
    monkeypatch.setattr(sweeping, "WINDOW", 3)
    monkeypatch.setattr(run_job, "apply_async", lambda args, **_: sent.append(args[0]))
    jobs = [_ask(staff, f"k{n}") for n in range(5)]
    Job.objects.update(published_at=clock.instant() - timedelta(hours=1))

    counts = [sweeping.sweep(), sweeping.sweep()]
    Job.objects.filter(uid__in=sent).update(
        state=JobState.DONE, finished_at=clock.instant(), attempts=1
    )
    counts.append(sweeping.sweep())

    assert counts == [3, 0, 2]
    assert sent == [job.uid for job in jobs]
    assert Tick.objects.get(name="sweep").runs == 3


def test_a_third_attempt_that_renews_its_lease_is_not_quarantined(staff):
    job = _ask(staff, "k")
    held = clock.instant() + timedelta(seconds=20)
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, attempts=3, lease_until=held)

    sweeping.sweep()

    assert Job.objects.get().state == JobState.RUNNING
