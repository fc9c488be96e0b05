"""`make setup`: a virtual environment with exactly what requirements.lock names.

Standard library only, for any Python >= 3.11, run before anything is installed: it imports
nothing of the portal. A second run without changes ends at once and needs no network.
"""

import hashlib
import importlib.util
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

CODE = Path(__file__).resolve().parent.parent
VENV, LOCK = CODE / ".venv", CODE / "requirements.lock"
PYTHON, STAMP, LOG = VENV / "bin" / "python", VENV / ".lock.sha256", VENV / "setup.log"
# uv does not read pip's configuration; a county's mirror is usually named there.
PIP_TO_UV = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "trusted-host": "UV_INSECURE_HOST",
    "no-index": "UV_NO_INDEX",
    "cert": "SSL_CERT_FILE",
}
CAUSES = (
    (r"No space left|ENOSPC|os error 28", "磁盘空间不足：安装需要约 2 GB，请腾出空间"),
    (r"Permission denied|Read-only file system", f"文件夹 {CODE} 不可写：请修改权限"),
    (
        r"(?i)hash(es)? mismatch|do not match the hashes",
        "下载的文件与 requirements.lock 的校验值不符：请检查软件源",
    ),
    (
        r"dns error|resolve|[Cc]onnect|timed out|Network|[Ff]ailed to (fetch|download)|"
        r"No matching distribution|[Cc]ould not find a version",
        "连不上软件源：请检查网络，或用 pip config set global.index-url 指定可达的镜像",
    ),
)


class Refusal(Exception):  # noqa: N818 - an answer to the user
    """One Chinese sentence: what is wrong and what to do."""


def main() -> int:
    """Exit status: 0 when the environment is ready, 1 after one sentence."""
    try:
        if not _ready():
            _install()
    except KeyboardInterrupt:
        print("\n安装已中断，可随时重新运行 make setup。", file=sys.stderr)
        return 130
    except OSError as error:
        print(f"安装失败：{_cause(str(error))}，再运行 make setup。", file=sys.stderr)
        return 1
    except Refusal as refusal:
        print(f"安装失败：{refusal}", file=sys.stderr)
        return 1
    return 0


def digest() -> str:
    """What the environment was made for: the lock, the interpreter, its place on disk."""
    parts = (LOCK.read_bytes(), sys.version.encode(), str(CODE).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _ready() -> bool:
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="ascii") == digest()


def _install() -> None:
    check_python()
    print("正在安装依赖（首次需要网络和几分钟）…", flush=True)
    STAMP.unlink(missing_ok=True)
    _make_venv()
    LOG.write_text("", encoding="utf-8")
    wanted = VENV / "uv.txt"
    wanted.write_text(pinned("uv", LOCK.read_text(encoding="utf-8")), encoding="utf-8")
    quiet = ["--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
    _call([PYTHON, "-m", "pip", "install", *quiet, "-r", wanted], {"PIP_RETRIES": "2"})
    command = [PYTHON, "-m", "uv", "pip", "install", "--python", PYTHON, "--require-hashes"]
    _call([*command, "-r", LOCK], mirror(_pip_settings(), os.environ))
    wanted.unlink()
    STAMP.write_text(digest(), encoding="ascii")
    print("依赖已装好。", flush=True)


def check_python() -> None:
    """Refuse an old Python, or one without venv; raises Refusal."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if sys.version_info < (3, 11):  # noqa: UP036 - this file alone meets older ones
        raise Refusal(f"需要 Python 3.11 或更高版本，当前是 {version}：请先安装。")
    if any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip")):
        raise Refusal(
            f"缺少 Python 的 venv 模块：请以管理员身份运行 apt install python{version}-venv,"
            "再运行 make setup。"
        )


def _make_venv() -> None:
    works = PYTHON.exists() and not _status([PYTHON, "-m", "pip", "--version"])
    if not works:
        done = subprocess.run(
            [sys.executable, "-m", "venv", "--clear", str(VENV)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Refusal(f"{_cause(done.stdout + done.stderr)}，再运行 make setup。")


def pinned(name: str, lock: str) -> str:
    """The lines of one package in the lock: version and hashes; raises Refusal without them."""
    found = re.search(rf"^{re.escape(name)}==(?:.*\\\n)*.*\n", lock, re.MULTILINE)
    if found is None:
        raise Refusal(f"requirements.lock 中没有 {name}：请恢复该文件。")
    return found.group()


def _pip_settings() -> str:
    command = [str(PYTHON), "-m", "pip", "config", "list"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def mirror(pip_settings: str, environ: "os._Environ[str] | dict[str, str]") -> dict[str, str]:
    """uv's variables for pip's mirror, as `pip config list` prints it; a set UV_… wins."""
    found: dict[str, str] = {}
    for line in pip_settings.splitlines():
        name, _, value = line.partition("=")
        key = PIP_TO_UV.get(name.rpartition(".")[2])
        # pip lists files first and the environment last: the later line wins, as with pip.
        if key and key not in environ:
            found[key] = " ".join(shlex.split(value)).replace("\\n", " ").strip()
    if "UV_INDEX" in found and "UV_INDEX_STRATEGY" not in environ:
        # pip looks into every index; the hashes of the lock say which file is right.
        found["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    return found


def _call(command: list[object], extra: dict[str, str]) -> None:
    """Run one step, its output in the log; raises Refusal with the likely cause."""
    environ = {**extra, **os.environ}
    with LOG.open("a", encoding="utf-8") as log:
        status = subprocess.run(
            [str(word) for word in command],
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            check=False,
        ).returncode
    if status:
        output = LOG.read_text(encoding="utf-8", errors="replace")
        raise Refusal(f"{_cause(output)}，再运行 make setup；完整记录见 {LOG}。")


def _status(command: list[object]) -> int:
    words = [str(word) for word in command]
    return subprocess.run(words, capture_output=True, check=False).returncode


def _cause(output: str) -> str:
    for pattern, sentence in CAUSES:
        if re.search(pattern, output):
            return sentence
    last = output.strip().splitlines()
    return f"安装程序报告「{last[-1].strip() if last else '没有说明'}」"


if __name__ == "__main__":
    sys.exit(main())
