"""Where one portal runs: its code, its data folder, its address."""

import os
from dataclasses import dataclass
from pathlib import Path

from config import env
from config.launching.refusal import Refusal

CODE = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Place:
    """The code folder, the data folder (absolute) and the address of one portal."""

    code: Path
    data: Path
    host: str
    port: int

    @property
    def logs(self) -> Path:
        """Folder of the children's log files."""
        return self.data / "logs"

    @property
    def bind(self) -> str:
        """The address gunicorn listens on; IPv6 hosts stand in brackets."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def probe_host(self) -> str:
        """A host that reaches this portal from its own machine."""
        return {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104  # nosec B104

    @property
    def url(self) -> str:
        """The address to print: PUBLIC_URL, else the loopback address."""
        host = f"[{self.probe_host}]" if ":" in self.probe_host else self.probe_host
        return env.text("PUBLIC_URL") or f"http://{host}:{self.port}"

    def environ(self) -> dict[str, str]:
        """Environment of every child: ours plus data folder, port, settings, plain output."""
        own = {
            "PORTAL_DATA": str(self.data),
            "PORT": str(self.port),
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "PYTHONUNBUFFERED": "1",
            "PYTHONPATH": str(self.code),
        }
        return {**os.environ, **own}


def from_environ(code: Path = CODE) -> Place:
    """The place named by PORTAL_DATA, HOST and PORT; raises Refusal on a port that is none."""
    data = Path(env.text("PORTAL_DATA") or code / ".data").expanduser().resolve()
    return Place(code, data, env.text("HOST") or "127.0.0.1", _port(env.text("PORT") or "8000"))


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 65535:
        return int(text)
    raise Refusal(f"端口 PORT={text} 不是 1 到 65535 之间的数字，请改正后重新启动。")
