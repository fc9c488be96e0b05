"""A job ends exactly once, whatever happens on the way."""

from datetime import timedelta
from typing import Any

import pytest

from tests import factories
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common import clock
from villages.common.errors import DomainError
from villages.jobs import leases, publishing, registry, running, sweeping
from villages.jobs.actions import cancel_job, request_job, retry_job
from villages.jobs.models import Job
from villages.jobs.registry import JobKind
from villages.jobs.run import LeaseLostError, Run
from villages.jobs.states import JobState
from villages.models import County
from villages.trace.models import AuditEntry

EFFECTS: list[str] = []


def _work(run: Run) -> str:
    run.stage("计算", 1, 2)
    return str(run.args.get("word", "好"))


def _finish(run: Run, outcome: Any) -> dict[str, Any]:
    EFFECTS.append(outcome)
    return {"word": outcome, "url": "/done/"}


def _boom(run: Run) -> None:
    raise RuntimeError("boom")


def _refuse(run: Run) -> None:
    raise DomainError("empty", "表格是空的。", "请检查文件。")


@pytest.fixture(autouse=True)
def _kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    EFFECTS.clear()
    known = {
        "test.word": JobKind("test.word", "写一个词", _work, _finish),
        "test.boom": JobKind("test.boom", "出错", _boom),
        "test.refuse": JobKind("test.refuse", "拒绝", _refuse),
    }
    monkeypatch.setattr(registry, "_kinds", known)
    monkeypatch.setattr(publishing, "breaker", publishing.Breaker())


@pytest.fixture
def clerk(county: County) -> User:
    return factories.UserFactory(role=Role.COUNTY_STAFF, home_code=county.code)


def _ask(by: User, kind: str = "test.word", key: str = "k1", **rest: Any) -> Job:
    return request_job(by=by, kind=kind, key=key, title="测试任务", county="999901", **rest)


def test_asking_twice_is_asking_once(clerk: User) -> None:
    first, second = _ask(clerk), _ask(clerk)

    assert first.pk == second.pk
    assert AuditEntry.objects.filter(action="job.requested").count() == 1


def test_a_job_runs_and_keeps_its_result(clerk: User) -> None:
    job = _ask(clerk, args={"word": "村"})

    assert running.perform(job.uid) == JobState.DONE

    job.refresh_from_db()
    assert (job.state, job.result, job.result_url, job.progress) == (
        "done", {"word": "村"}, "/done/", 100,
    )  # fmt: skip


def test_a_second_delivery_finds_nothing_to_do(clerk: User) -> None:
    job = _ask(clerk)

    states = [running.perform(job.uid) for _ in range(10)]

    assert states == ["done"] + [""] * 9
    assert EFFECTS == ["好"]


def test_a_refusal_is_not_tried_again(clerk: User) -> None:
    job = _ask(clerk, kind="test.refuse")

    assert running.perform(job.uid) == JobState.FAILED

    job.refresh_from_db()
    assert (job.attempts, job.error) == (1, "表格是空的。请检查文件。")


def test_three_failures_lead_to_quarantine_with_words_for_people(clerk: User) -> None:
    job = _ask(clerk, kind="test.boom")

    states = [running.perform(job.uid) for _ in range(4)]

    job.refresh_from_db()
    assert states == ["queued", "queued", "quarantined", ""]
    assert "连续 3 次" in job.error
    assert job.uid[:8] in job.error


def test_a_lost_lease_rolls_the_outcome_back(clerk: User, monkeypatch: pytest.MonkeyPatch) -> None:
    job = _ask(clerk)

    def taken_over(run: Run) -> str:
        Job.objects.filter(pk=run.job.pk).update(leased_by="another")
        return "alt"

    kind = JobKind(
        "test.word", "x", taken_over, lambda run, o: {"n": County.objects.update(hotline=o)}
    )
    monkeypatch.setitem(registry._kinds, "test.word", kind)

    assert running.perform(job.uid) == ""
    assert not County.objects.filter(hotline="alt").exists()


def test_whoever_lost_the_lease_may_not_report_progress(clerk: User) -> None:
    job = _ask(clerk)
    taken = leases.claim(job.uid)
    assert taken is not None
    Job.objects.filter(pk=job.pk).update(leased_by="another")

    with pytest.raises(LeaseLostError):
        Run(*taken).stage("读取")


def test_the_sweeper_brings_back_what_a_killed_worker_held(clerk: User) -> None:
    job = _ask(clerk)
    leases.claim(job.uid)
    Job.objects.filter(pk=job.pk).update(lease_until=clock.instant() - timedelta(seconds=1))

    sweeping.sweep()

    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.QUEUED, 1)
    assert running.perform(job.uid) == JobState.DONE


def test_a_job_that_killed_three_workers_is_quarantined(clerk: User) -> None:
    job = _ask(clerk)
    for _ in range(3):
        assert leases.claim(job.uid)
        Job.objects.filter(pk=job.pk).update(lease_until=clock.instant() - timedelta(seconds=1))

    sweeping.sweep()

    job.refresh_from_db()
    assert (job.state, leases.claim(job.uid)) == (JobState.QUARANTINED, None)


def test_a_broker_that_is_down_loses_nothing(clerk: User, monkeypatch: pytest.MonkeyPatch) -> None:
    from villages.jobs.tasks import run_job

    calls: list[str] = []

    def down(args: tuple[str], **_: Any) -> None:
        calls.append(args[0])
        raise OSError("no broker")

    monkeypatch.setattr(run_job, "apply_async", down)
    job, other = _ask(clerk), _ask(clerk, key="k2")

    assert (publishing.publish(job), publishing.publish(other)) == (False, False)
    assert calls == [job.uid], "the breaker spares the second wait"
    monkeypatch.setattr(publishing, "breaker", publishing.Breaker())
    monkeypatch.setattr(run_job, "apply_async", lambda args, **_: calls.append(args[0]))
    assert sweeping.sweep() == 2
    assert sweeping.sweep() == 0, "what was just published is not sent again"


def test_a_job_of_later_is_left_alone(clerk: User) -> None:
    job = _ask(clerk, due_at=clock.instant() + timedelta(hours=1))

    assert sweeping.sweep() == 0
    assert leases.claim(job.uid) is None


def test_cancelling(clerk: User, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting, working = _ask(clerk), _ask(clerk, key="k2")

    def ask_to_stop(run: Run) -> None:
        cancel_job(by=clerk, job=run.job)
        run.stage("下一步")

    monkeypatch.setitem(registry._kinds, "test.word", JobKind("test.word", "x", ask_to_stop))

    assert cancel_job(by=clerk, job=waiting).state == JobState.CANCELLED
    assert running.perform(working.uid) == JobState.CANCELLED
    with pytest.raises(DomainError, match="已经结束"):
        cancel_job(by=clerk, job=waiting)


def test_a_quarantined_job_can_be_tried_anew(clerk: User) -> None:
    job = _ask(clerk, kind="test.boom")
    for _ in range(3):
        running.perform(job.uid)

    retry_job(by=clerk, job=job)

    assert (job.state, job.attempts, job.error) == (JobState.QUEUED, 0, "")


def test_people_see_their_own_jobs(clerk: User, other_county: County) -> None:
    job = _ask(clerk)
    colleague = factories.UserFactory(role=Role.COUNTY_STAFF, home_code="999901")
    operator = factories.UserFactory(role=Role.SYSTEM_ADMIN, home_code="999901")
    foreign = factories.UserFactory(role=Role.SYSTEM_ADMIN, home_code="999902")

    seen = [list(Job.objects.visible_to(u)) for u in (clerk, colleague, operator, foreign)]

    assert seen == [[job], [], [job], []]
