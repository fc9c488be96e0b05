"""`make setup`: what is read from the lock and from pip, and what is said on a failure."""

import pytest

from config import install

LOCK = """\
urllib3==2.5.0 \\
    --hash=sha256:aa
    # via requests
uv==0.13.8 \\
    --hash=sha256:bb \\
    --hash=sha256:cc
    # via portal (pyproject.toml)
uvloop==0.21.0 \\
    --hash=sha256:dd
"""


def test_one_package_is_cut_out_of_the_lock():
    assert install.pinned("uv", LOCK) == (
        "uv==0.13.8 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n"
    )


def test_a_lock_without_uv_is_refused():
    with pytest.raises(install.Refusal, match="没有 uv"):
        install.pinned("uv", "django==5.2\n")


def test_the_real_lock_names_uv_with_hashes_and_no_address():
    text = install.LOCK.read_text(encoding="utf-8")

    assert "--hash=sha256:" in install.pinned("uv", text)
    assert "://" not in text


def test_missing_venv_module_names_the_package(monkeypatch):
    real = install.importlib.util.find_spec
    monkeypatch.setattr(
        install.importlib.util,
        "find_spec",
        lambda name: None if name == "ensurepip" else real(name),
    )

    with pytest.raises(install.Refusal, match=r"apt install python3\.\d+-venv") as refused:
        install.check_python()
    assert "\n" not in str(refused.value)


def test_an_old_python_is_refused(monkeypatch):
    class Old(tuple):
        major, minor = 3, 9

    monkeypatch.setattr(install.sys, "version_info", Old((3, 9)))

    with pytest.raises(install.Refusal, match=r"需要 Python 3\.11.*当前是 3\.9"):
        install.check_python()


def test_pips_mirror_is_handed_to_uv():
    told = (
        "global.index-url='https://mirror.example/simple'\n"
        "global.extra-index-url='https://a.example/simple https://b.example/simple'\n"
        "global.cert='/etc/ssl/ca.pem'\n"
        "global.timeout='60'\n"
        ":env:.index-url='https://nearer.example/simple'\n"
    )

    assert install.mirror(told, {}) == {
        "UV_DEFAULT_INDEX": "https://nearer.example/simple",
        "UV_INDEX": "https://a.example/simple https://b.example/simple",
        "SSL_CERT_FILE": "/etc/ssl/ca.pem",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
    }


def test_what_the_user_told_uv_wins():
    told = "global.index-url='https://mirror.example/simple'\n"

    assert install.mirror(told, {"UV_DEFAULT_INDEX": "https://own.example/simple"}) == {}


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("ERROR: [Errno 28] No space left on device", "磁盘空间不足"),
        ("error: Permission denied (os error 13)", "不可写"),
        ("Caused by: dns error: failed to lookup address", "连不上软件源"),
        ("ERROR: Could not find a version that satisfies", "连不上软件源"),
        ("error: Hash mismatch for `x==1`", "校验值不符"),
        ("something else entirely", "something else entirely"),
        ("", "没有说明"),
    ],
)
def test_a_failure_is_told_by_its_cause(output, words):
    assert words in install._cause(output)


def test_a_finished_environment_is_left_alone(monkeypatch, tmp_path):
    stamp = tmp_path / "stamp"
    stamp.write_text(install.digest(), encoding="ascii")
    monkeypatch.setattr(install, "STAMP", stamp)
    monkeypatch.setattr(install, "PYTHON", stamp)
    monkeypatch.setattr(install, "_install", lambda: pytest.fail("installed again"))

    assert install.main() == 0


def test_a_refusal_is_one_line_and_status_one(monkeypatch, capsys):
    def refuse():
        raise install.Refusal("缺少 Python 的 venv 模块。")

    monkeypatch.setattr(install, "_ready", lambda: False)
    monkeypatch.setattr(install, "_install", refuse)

    assert install.main() == 1
    assert capsys.readouterr().err == "安装失败：缺少 Python 的 venv 模块。\n"
