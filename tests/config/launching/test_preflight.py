"""What must be true before a start; each refusal is one sentence."""

import errno
import os
import subprocess
import sys

import pytest

from config.launching import place, preflight
from config.launching.refusal import Refusal


def test_a_missing_folder_is_made(here):
    preflight.check_folder(here.data)

    assert here.data.is_dir()
    assert list(here.data.iterdir()) == []


@pytest.mark.parametrize("below", ["", "deeper"])
def test_a_file_in_place_of_the_folder_is_refused(here, below):
    here.data.write_text("not a folder")

    with pytest.raises(Refusal, match="同名文件"):
        preflight.check_folder(here.data / below)


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EROFS, "不可写"), (errno.EACCES, "不可写"), (errno.ENOSPC, "磁盘空间不足")],
)
def test_a_folder_that_takes_no_file_is_refused(here, monkeypatch, number, words):
    def failing(**_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(preflight.tempfile, "TemporaryFile", failing)

    with pytest.raises(Refusal, match=words) as refused:
        preflight.check_folder(here.data)
    assert "\n" not in str(refused.value)
    assert str(here.data) in str(refused.value)


def test_a_full_disk_is_refused_before_anything_is_written(tmp_path):
    with pytest.raises(Refusal, match="磁盘空间不足"):
        preflight.check_space(tmp_path, needed_mb=10**9)


def test_a_port_in_use_names_a_free_one(tmp_path, taken):
    busy = place.Place(tmp_path, tmp_path, "127.0.0.1", taken)

    with pytest.raises(Refusal, match=f"端口 {taken} 已被占用.*PORT=\\d+ make run"):
        preflight.check_port(busy)


def test_a_port_that_is_let_go_in_time_is_taken(tmp_path):
    code = (
        "import socket, sys, time; s = socket.create_server(('127.0.0.1', 0));"
        "print(s.getsockname()[1], flush=True); time.sleep(0.6)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as holder:
        port = int(holder.stdout.readline())

        preflight.check_port(place.Place(tmp_path, tmp_path, "127.0.0.1", port), patience=8)


def test_an_address_of_another_machine_is_refused(tmp_path, free_port):
    with pytest.raises(Refusal, match="检查 HOST"):
        preflight.check_port(place.Place(tmp_path, tmp_path, "192.0.2.1", free_port))


def test_a_database_out_of_reach_is_named_without_its_password(monkeypatch, free_port):
    port = free_port
    monkeypatch.setenv("DATABASE_URL", f"postgresql://u:secret@127.0.0.1:{port}/portal")

    with pytest.raises(Refusal, match=f"连不上数据库 127.0.0.1:{port}") as refused:
        preflight.check_servers()
    assert "secret" not in str(refused.value)


def test_embedded_services_are_not_called(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:////srv/portal.sqlite3")
    monkeypatch.setenv("CELERY_BROKER_URL", "filesystem://")
    monkeypatch.setenv("CACHE_URL", "db://portal_cache")

    preflight.check_servers()
