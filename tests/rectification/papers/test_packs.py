"""Packs of evidence: what is in them, who gets what, the same again, and tampering shows."""

import hashlib
import io
import subprocess
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from openpyxl import load_workbook

from rectification.actions.annexes import Upload, add_annex
from rectification.actions.packs import forget_expired, order_pack, own_pack, take_pack
from rectification.packs import store
from rectification.packs.making import make_pack
from tests.factories import UserFactory
from tests.rectification.papers.filled import JPEG, PDF, SECRET
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.choices import Role
from villages.common import clock
from villages.common.errors import DomainError
from villages.common.registries import EvidenceAsked
from villages.jobs.actions import retry_job
from villages.jobs.models import Job
from villages.jobs.running import perform
from villages.jobs.states import JobState

VILLAGE, TOWNSHIP, COUNTY = "999901001200", "999901001", "999901"
FAR = "999901101200"


@pytest.fixture
def papers(case: Any, people: Any) -> None:
    """An open paper and a restricted one, both with files."""
    by, on = people[Role.COUNTY_STAFF], clock.today()
    add_annex(case, by=by, on=on, kind="work", title="道路照片", upload=Upload("路.jpg", [JPEG]))
    add_annex(
        case, by=by, on=on, kind="other", title="谈话记录", restricted=True,
        upload=Upload("谈话.pdf", [PDF]),
    )  # fmt: skip


def pack_for(reader: Any, unit: str, path: Path, **more: bool) -> Path:
    """A pack written to this file."""
    make_pack(EvidenceAsked(unit, clock.today(), reader, **more), path, lambda *_told: None)
    return path


def everything(path: Path) -> str:
    """All words of a pack: names, pages, tables, documents."""
    said = []
    with ZipFile(path) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            said.append(name)
            if name.endswith((".xlsx", ".docx")):
                with ZipFile(io.BytesIO(content)) as inner:
                    said += [
                        inner.read(part).decode("utf-8", "replace") for part in inner.namelist()
                    ]
            else:
                said.append(content.decode("utf-8", "replace"))
    return "\n".join(said)


def everything_in(document: bytes) -> str:
    """All words of one document."""
    with ZipFile(io.BytesIO(document)) as inner:
        return "".join(inner.read(part).decode("utf-8", "replace") for part in inner.namelist())


def checked(folder: Path) -> int:
    """What the ordinary tool says of an unpacked pack."""
    found = subprocess.run(
        ["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=folder, capture_output=True, check=False
    )
    return found.returncode


def test_holds_tables_files_index_and_sums(
    case: Any, papers: None, people: Any, tmp_path: Path
) -> None:
    path = pack_for(people[Role.TOWNSHIP_CLERK], VILLAGE, tmp_path / "p.zip", originals=True)
    with ZipFile(path) as archive:
        names = archive.namelist()
        assert {"index.html", "index.csv", "SHA256SUMS"} <= set(names)
        assert any(one.startswith("整顿档案/") and one.endswith(".docx") for one in names)
        assert any(one.startswith("卷内材料/") and one.endswith("路.jpg") for one in names)
        assert any("case-problems" in one for one in names)
        assert any("trail" in one for one in names)
        roster = next(one for one in names if "/villages-" in one)
        rows = list(load_workbook(io.BytesIO(archive.read(roster))).active.values)
        assert any("李庄村" in str(cell) for row in rows for cell in row)
        archive.extractall(tmp_path / "out")
    assert checked(tmp_path / "out") == 0


def test_tampering_shows(case: Any, people: Any, tmp_path: Path) -> None:
    path = pack_for(people[Role.COUNTY_STAFF], VILLAGE, tmp_path / "p.zip")
    with ZipFile(path) as archive:
        archive.extractall(tmp_path / "out")
        names = [one for one in archive.namelist() if one != "SHA256SUMS"]
    for name in names:
        touched = tmp_path / "out" / name
        before = touched.read_bytes()
        touched.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
        assert checked(tmp_path / "out") != 0, name
        touched.write_bytes(before)


def test_restricted_is_absent_for_a_township(
    case: Any, papers: None, people: Any, tmp_path: Path
) -> None:
    clerk = people[Role.TOWNSHIP_CLERK]
    # Even where somebody managed to ask for it.
    path = pack_for(clerk, TOWNSHIP, tmp_path / "p.zip", originals=True, restricted=True)
    said = everything(path)
    for words in (SECRET, "WL07", "宗族", "谈话记录", "谈话.pdf"):
        assert words not in said, words
    with pytest.raises(DomainError) as refused:
        order_pack(by=clerk, unit=TOWNSHIP, on=clock.today(), restricted=True)
    assert refused.value.code == "pack_restricted"


def test_restricted_is_apart_and_marked_for_the_county(
    case: Any, papers: None, people: Any, tmp_path: Path
) -> None:
    staff = people[Role.COUNTY_STAFF]
    plain = everything(pack_for(staff, COUNTY, tmp_path / "a.zip", originals=True))
    assert SECRET not in plain and "谈话记录" not in plain
    path = pack_for(staff, COUNTY, tmp_path / "b.zip", originals=True, restricted=True)
    with ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.startswith("限县级知悉/") and name.endswith(".docx"):
                assert SECRET not in everything_in(archive.read(name))
        assert any(one.endswith("谈话.pdf") for one in archive.namelist())
        assert "不得转给乡镇" in archive.read("index.html").decode()
    assert SECRET in everything(path)


def test_keeps_to_the_unit(case: Any, people: Any, tmp_path: Path) -> None:
    staff = people[Role.COUNTY_STAFF]
    assert "书记缺职" not in everything(pack_for(staff, FAR, tmp_path / "far.zip"))
    clerk = people[Role.TOWNSHIP_CLERK]
    with pytest.raises(DomainError) as refused:
        order_pack(by=clerk, unit=FAR, on=clock.today())
    assert refused.value.code == "outside_territory"


def test_equal_rows_give_equal_bytes(case: Any, papers: None, people: Any, tmp_path: Path) -> None:
    staff = people[Role.COUNTY_STAFF]
    first = pack_for(staff, COUNTY, tmp_path / "a.zip", originals=True)
    second = pack_for(staff, COUNTY, tmp_path / "b.zip", originals=True)
    assert first.read_bytes() == second.read_bytes()


def test_a_missing_file_is_said_and_keeps_nothing_back(
    case: Any, papers: None, people: Any, tmp_path: Path
) -> None:
    from rectification.annexes.store import path_of

    path_of(hashlib.sha256(JPEG).hexdigest()).unlink()
    path = pack_for(people[Role.COUNTY_STAFF], VILLAGE, tmp_path / "p.zip", originals=True)
    with ZipFile(path) as archive:
        assert "道路照片:这个文件不在了" in archive.read("index.html").decode()


def test_a_job_that_is_retried_gives_the_same_pack(case: Any, people: Any) -> None:
    staff, on = people[Role.COUNTY_STAFF], clock.today()
    job = order_pack(by=staff, unit=VILLAGE, on=on)
    assert order_pack(by=staff, unit=VILLAGE, on=on) == job
    assert perform(job.uid) == JobState.DONE
    first = take_pack(Job.objects.get(pk=job.pk), by=staff, on=on).read_bytes()
    Job.objects.filter(pk=job.pk).update(state=JobState.FAILED, error="停电")
    retry_job(by=staff, job=job)
    assert perform(job.uid) == JobState.DONE
    again = take_pack(Job.objects.get(pk=job.pk), by=staff, on=on).read_bytes()
    assert again == first
    assert Job.objects.get(pk=job.pk).result["sha256"] == hashlib.sha256(first).hexdigest()
    assert not list(store.folder().glob("draft-*"))
    # Another day of ordering is another pack.
    assert order_pack(by=staff, unit=VILLAGE, on=on) != job


def test_packs_expire(case: Any, people: Any, monkeypatch: Any) -> None:
    staff, on = people[Role.COUNTY_STAFF], clock.today()
    job = order_pack(by=staff, unit=VILLAGE, on=on)
    perform(job.uid)
    job.refresh_from_db()
    assert forget_expired(on=on) == 0
    monkeypatch.setenv("PORTAL_TODAY", "2026-12-31")
    with pytest.raises(DomainError) as refused:
        take_pack(job, by=staff, on=clock.today())
    assert refused.value.code == "pack_expired"
    assert forget_expired(on=clock.today()) == 1
    assert not store.path_of(job.uid).exists()


def test_a_restricted_pack_is_gone_with_the_right_to_it(case: Any, people: Any) -> None:
    from django.http import Http404

    staff = people[Role.COUNTY_STAFF]
    job = order_pack(by=staff, unit=COUNTY, on=clock.today(), restricted=True)
    assert own_pack(staff, job.uid) == job
    staff.role = Role.COUNTY_LEADER
    with pytest.raises(Http404):
        own_pack(staff, job.uid)
    with pytest.raises(Http404):
        own_pack(UserFactory(role=Role.COUNTY_STAFF, home_code=COUNTY), job.uid)


def test_the_command_writes_a_whole_file(case: Any, tmp_path: Path, capsys: Any) -> None:
    out = tmp_path / "out" / "p.zip"
    call_command("pack", "--village", VILLAGE, "--out", str(out))
    assert out.is_file()
    assert [one.name for one in out.parent.iterdir()] == ["p.zip"]
    assert everything(out).count("整顿档案") > 1
    assert out.read_bytes() == pack_for(COMMAND_LINE, VILLAGE, tmp_path / "b.zip").read_bytes()
    with pytest.raises(SystemExit) as ended:
        call_command("pack", "--village", "999901999999", "--out", str(out))
    assert ended.value.code == 2
