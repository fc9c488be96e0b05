"""What must be true before anything starts; each failure is one sentence."""

import errno
import shutil
import socket
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from config import env
from config.launching.place import Place
from config.launching.refusal import FULL_DISK, Refusal

NEEDED_MB = 200
SERVERS = {
    "DATABASE_URL": ("数据库", 5432),
    "CELERY_BROKER_URL": ("消息服务", 6379),
    "CACHE_URL": ("缓存服务", 6379),
}
SCHEMES = {"postgres", "postgresql", "redis", "rediss"}


def check_folder(folder: Path) -> None:
    """Make the data folder and write into it; raises Refusal when that is not possible."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o750)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"0" * 4096)
    except (FileExistsError, NotADirectoryError) as error:
        raise Refusal(
            f"数据目录 {folder} 的路径上有同名文件，不是文件夹：请改用另一个 PORTAL_DATA。"
        ) from error
    except OSError as error:
        raise Refusal(_unwritable(folder, error)) from error


def _unwritable(folder: Path, error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return FULL_DISK.format(folder=folder, needed=NEEDED_MB)
    return (
        f"数据目录 {folder} 不可写（{error.strerror}）："
        "请修改它的权限，或用 PORTAL_DATA 指向可写的文件夹。"
    )


def check_space(folder: Path, needed_mb: int = NEEDED_MB) -> None:
    """Refuse when fewer than `needed_mb` megabytes are free for this user."""
    if shutil.disk_usage(folder).free < needed_mb * 1_000_000:
        raise Refusal(FULL_DISK.format(folder=folder, needed=needed_mb))


def check_port(place: Place, patience: float = 0.0) -> None:
    """Refuse when the address cannot be listened on; tries again for `patience` seconds."""
    deadline = time.monotonic() + patience
    while error := _bind_error(place.host, place.port):
        if error.errno != errno.EADDRINUSE or time.monotonic() >= deadline:
            raise Refusal(_port_sentence(place, error)) from error
        time.sleep(0.2)


def _bind_error(host: str, port: int) -> OSError | None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except OSError as error:
            return error
    return None


def _port_sentence(place: Place, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        other = next(
            (
                port
                for port in range(place.port + 1, place.port + 100)
                if port <= 65535 and _bind_error(place.host, port) is None
            ),
            "另一个端口",
        )
        return (
            f"端口 {place.port} 已被占用：请关闭占用它的程序，"
            f"或换一个端口启动，例如 PORT={other} make run。"
        )
    if error.errno == errno.EACCES:
        return f"没有权限使用端口 {place.port}：请换一个大于 1023 的端口，例如 PORT=8000 make run。"
    return f"不能在地址 {place.host} 上监听（{error.strerror}）：请检查 HOST 的值。"


def check_servers() -> None:
    """Refuse when a server named by the environment does not take a connection in 3 s."""
    for name, (label, default_port) in SERVERS.items():
        parts = urlsplit(env.text(name))
        if parts.scheme in SCHEMES and parts.hostname and not parts.hostname.startswith("/"):
            _reach(name, label, parts.hostname, parts.port or default_port)


def _reach(name: str, label: str, host: str, port: int) -> None:
    try:
        socket.create_connection((host, port), timeout=3).close()
    except OSError as error:
        raise Refusal(
            f"连不上{label} {host}:{port}（{error.strerror or '超时'}）："
            f"请确认它已启动，或检查 {name} 的值。"
        ) from error
