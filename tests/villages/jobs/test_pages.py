"""Jobs as pages and as API: mine, with progress, cancel, retry, and news."""

from datetime import timedelta

import pytest

from tests import factories
from villages import registries
from villages.accounts.choices import Role
from villages.accounts.models import UserSession
from villages.common import clock
from villages.jobs import health
from villages.jobs.actions import request_job
from villages.jobs.models import Job
from villages.jobs.states import JobState


@pytest.fixture
def staff(people):
    return people[Role.COUNTY_STAFF]


@pytest.fixture
def job(staff):
    return request_job(by=staff, kind="none", key="k1", title="导入收入台账", county="999901")


@pytest.fixture
def watched(settings):
    settings.NOTICE_SECONDS = 60
    health.remembered.forget()
    yield
    health.remembered.forget()


def _end(job, state=JobState.DONE, **more):
    now = clock.instant()
    Job.objects.filter(pk=job.pk).update(state=state, finished_at=now, **more)


def test_the_page_of_an_open_job_asks_again_and_that_of_an_ended_one_does_not(county_client, job):
    address = f"/jobs/{job.uid}/"
    moving = county_client.get(address).content.decode()
    _end(job, result_url="/villages/")

    still = county_client.get(address).content.decode()

    assert f'data-portal-poll="{address}progress/?asked=1"' in moving
    assert "刷新进度" in moving
    assert "data-portal-poll" not in still
    assert "打开结果" in still


def test_asking_again_slows_down(county_client, job):
    pauses = []
    for asked in range(6):
        page = county_client.get(
            f"/jobs/{job.uid}/progress/?asked={asked}", headers={"HX-Request": "true"}
        ).content.decode()
        assert "<html" not in page
        pauses.append(int(page.split('data-portal-pause="')[1].split('"')[0]))

    assert pauses == [1, 1, 2, 3, 5, 5]


def test_asking_by_itself_does_not_keep_a_session_alive(county_client, job, staff):
    county_client.get("/jobs/")
    old = clock.instant() - timedelta(minutes=5)
    UserSession.objects.filter(user=staff).update(seen_at=old)

    county_client.get(f"/jobs/{job.uid}/progress/", headers={"X-Portal-Poll": "1"})
    assert UserSession.objects.get(user=staff).seen_at == old

    county_client.get(f"/jobs/{job.uid}/")
    assert UserSession.objects.get(user=staff).seen_at > old


def test_a_result_is_news_until_it_is_looked_at(county_client, job):
    _end(job)
    assert "查看结果:导入收入台账" in county_client.get("/").content.decode()
    assert "导入收入台账" in county_client.get("/jobs/?unread=true").content.decode()

    county_client.get(f"/jobs/{job.uid}/")

    assert "查看结果" not in county_client.get("/").content.decode()
    assert "导入收入台账" not in county_client.get("/jobs/?unread=true").content.decode()


def test_looking_by_the_system_administrator_leaves_the_news(people, client_as, job):
    _end(job)

    answer = client_as(people[Role.SYSTEM_ADMIN]).get(f"/jobs/{job.uid}/")

    assert answer.status_code == 200
    assert Job.objects.get().seen_at is None


def test_the_inbox_is_emptied_at_once(county_client, job):
    _end(job)

    county_client.post("/jobs/read/")

    assert Job.objects.get().seen_at is not None


def test_cancel_and_retry_by_page(county_client, job):
    county_client.post(f"/jobs/{job.uid}/cancel/")
    assert Job.objects.get().state == JobState.CANCELLED

    county_client.post(f"/jobs/{job.uid}/retry/")
    assert Job.objects.get().state == JobState.QUEUED
    assert county_client.post(f"/jobs/{job.uid}/retry/").status_code == 409


def test_the_job_of_another_is_not_found(client_as, people, job):
    client = client_as(people[Role.TOWNSHIP_CLERK])

    answers = [client.get(f"/jobs/{job.uid}/"), client.get(f"/jobs/{job.uid}/progress/")]
    answers += [client.post(f"/jobs/{job.uid}/{verb}/") for verb in ("cancel", "retry")]
    answers += [client.get(f"/api/v1/jobs/{job.uid}/")]

    assert [one.status_code for one in answers] == [404] * 5
    assert client.get("/api/v1/jobs/").json()["results"] == []


def test_every_page_tells_when_jobs_wait_too_long(county_client, job, watched):
    assert "处理变慢" not in county_client.get("/").content.decode()
    Job.objects.filter(pk=job.pk).update(due_at=clock.instant() - timedelta(minutes=6))
    health.remembered.forget()

    assert "处理变慢" in county_client.get("/").content.decode()
    assert county_client.get("/readyz").json() == {"status": "ready", "jobs": "late"}


def test_telling_costs_one_query_a_minute(county, staff, watched, django_assert_num_queries):
    source = next(one for one in registries.notices() if one.key == "jobs_late")

    with django_assert_num_queries(1):
        for _ in range(5):
            source.find(staff)


def test_work_under_a_lease_is_not_late_but_a_stalled_worker_is(job):
    old = clock.instant() - timedelta(minutes=9)
    rows = Job.objects.filter(pk=job.pk)

    rows.update(due_at=old, state=JobState.RUNNING, lease_until=clock.instant() + health.LATE)
    held = health.oldest_wait()
    rows.update(lease_until=old)

    assert held == timedelta()
    assert health.oldest_wait() > health.LATE


def test_the_system_administrator_sees_figures_of_the_whole(people, client_as, job):
    page = client_as(people[Role.SYSTEM_ADMIN]).get("/jobs/").content.decode()

    assert "运行情况" in page
    assert "导入收入台账" in page


def test_the_api_says_when_to_ask_again(county_client, job):
    queued = county_client.get(f"/api/v1/jobs/{job.uid}/")
    _end(job)
    done = county_client.get(f"/api/v1/jobs/{job.uid}/")

    assert (queued.json()["state"], queued["Retry-After"]) == ("queued", "5")
    assert (done.json()["state"], done.has_header("Retry-After")) == ("done", False)
    listed = county_client.get("/api/v1/jobs/?state=done&ordering=-requested_at").json()
    assert [one["uid"] for one in listed["results"]] == [job.uid]


def test_the_api_cancels_once(county_client, job):
    address = f"/api/v1/jobs/{job.uid}/cancel/"

    first, second = county_client.post(address), county_client.post(address)

    assert (first.status_code, first.json()["state"]) == (200, "cancelled")
    assert second.status_code == 409


def test_people_of_the_same_county_do_not_see_each_others_jobs(client_as, job, county):
    colleague = factories.UserFactory(role=Role.COUNTY_STAFF, home_code="999901")

    assert client_as(colleague).get(f"/jobs/{job.uid}/").status_code == 404
