"""One POST to a web address that somebody named: resolved once, pinned, soon over."""

import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from rectification.supervision.rules.public_address import is_allowed, is_named
from rectification.supervision.sending.outcomes import Outcome, answered, unreached
from villages.common.errors import DomainError

SECONDS = 5.0
MOST_HEAD = 4096


@dataclass(frozen=True)
class Target:
    """Where a message goes: the address that was checked is the one that is called."""

    host: str
    ip: str
    port: int
    path: str
    tls: bool


def post(url: str, *, headers: Mapping[str, str], body: str) -> Outcome:
    """Sends it and reads no more than the status. Redirects are not followed.

    All in all it takes five seconds; resolving, which the system does, has its own limit.
    """
    try:
        return answered(_status(resolve(url), headers, body))
    except DomainError as error:
        return unreached(error.message)
    except TimeoutError:
        return unreached(_("对方 5 秒内没有回应"))
    except ssl.SSLError:
        return unreached(_("对方的证书无效"))
    except (OSError, ValueError):
        return unreached(_("连接不上对方"))


def parts_of(url: str) -> SplitResult:
    """The parts of an address of the web. Raises `webhook_address`."""
    try:
        parts = urlsplit(url)
        known = bool(parts.hostname) and parts.scheme in ("https", "http") and parts.port != 0
    except ValueError:
        known = False
    plain = url.isascii() and url.isprintable() and " " not in url
    if not known or not plain or parts.username is not None:
        words = _("推送地址应是完整的 https 网址,不含用户名和密码。")
        raise DomainError("webhook_address", words, _("请核对地址。"), address=words)
    return parts


def resolve(url: str) -> Target:
    """The address behind a name, where every address of the name may be called.

    Raises `webhook_address`, `webhook_private`; OSError where the name is unknown.
    """
    parts = parts_of(url)
    tls, networks = parts.scheme == "https", settings.WEBHOOK_NETWORKS
    host, port = str(parts.hostname), parts.port or (443 if tls else 80)
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    ips = [str(one[4][0]) for one in found]
    # A name with one public and one private address is a trick.
    fit = all(is_allowed(one, networks) for one in ips)
    if not ips or not fit or not (tls or all(is_named(one, networks) for one in ips)):
        words = _("不允许推送到这个地址:只能是公网 https 地址。")
        raise DomainError("webhook_private", words, _("请核对地址。"), address=words)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(host, ips[0], port, path, tls)


def _status(target: Target, headers: Mapping[str, str], body: str) -> int:
    until = monotonic() + SECONDS
    with socket.create_connection((target.ip, target.port), timeout=SECONDS) as plain:
        plain.settimeout(_left(until))
        if not target.tls:
            return _asked(plain, _request(target, headers, body), until)
        with _trust().wrap_socket(plain, server_hostname=target.host) as safe:
            return _asked(safe, _request(target, headers, body), until)


def _trust() -> ssl.SSLContext:
    """Whom to believe: the system's authorities, and those that the operator named.

    Raises `webhook_trust` where their file cannot be read: the log of messages then says so.
    """
    context = ssl.create_default_context()
    if settings.WEBHOOK_CA_FILE:
        try:
            context.load_verify_locations(settings.WEBHOOK_CA_FILE)
        except OSError as error:
            words = _("本系统设置的证书机构文件读不出来,没有发送。")
            hint = _("请联系系统管理员检查 WEBHOOK_CA_FILE。")
            raise DomainError("webhook_trust", words, hint) from error
    return context


def _asked(connection: socket.socket, request: bytes, until: float) -> int:
    """Reads up to the end of the first line, however slowly it comes."""
    connection.settimeout(_left(until))
    connection.sendall(request)
    head = b""
    while b"\n" not in head and len(head) < MOST_HEAD:
        connection.settimeout(_left(until))
        more = connection.recv(512)
        if not more:
            break
        head += more
    words = head.split(b"\n", 1)[0].split()
    if len(words) < 2 or not words[0].startswith(b"HTTP/"):
        raise ValueError("no status line")
    return int(words[1])


def _request(target: Target, headers: Mapping[str, str], body: str) -> bytes:
    content = body.encode()
    name = f"[{target.host}]" if ":" in target.host else target.host
    host = name if target.port in (80, 443) else f"{name}:{target.port}"
    lines = {
        "Host": host, "User-Agent": "village-portal", "Content-Type": "application/json",
        "Content-Length": str(len(content)), "Connection": "close", **headers,
    }  # fmt: skip
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"POST {target.path} HTTP/1.1\r\n{head}\r\n".encode() + content


def _left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError
    return left
