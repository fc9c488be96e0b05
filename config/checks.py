"""System checks for mistakes that hurt a real installation."""

import importlib.util
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import Error, Tags, register

LOCAL = {"127.0.0.1", "localhost", "[::1]", "testserver"}


@register(Tags.security)
def no_debug_in_public(**_: Any) -> list[Error]:
    """DEBUG shows tracebacks: allowed on loopback only."""
    if settings.DEBUG and set(settings.ALLOWED_HOSTS) - LOCAL:
        hint = "去掉环境变量 DEBUG,或只允许本机地址访问。"
        return [Error("调试模式不能用于本机以外的地址。", hint=hint, id="portal.E001")]
    return []


@register(Tags.security)
def http_only_on_loopback(**_: Any) -> list[Error]:
    """Plain http would send passwords in clear text across a network."""
    from urllib.parse import urlsplit

    host = urlsplit(settings.PUBLIC_URL).hostname
    if not settings.TLS and host not in {"127.0.0.1", "localhost", "::1"}:
        hint = "把 PUBLIC_URL 设为 https:// 开头的地址。"
        return [Error("非本机访问必须使用 https。", hint=hint, id="portal.E002")]
    return []


@register(Tags.security)
def xml_is_defused(**_: Any) -> list[Error]:
    """openpyxl is safe from XML bombs only when defusedxml is there."""
    if importlib.util.find_spec("defusedxml") is None:
        return [Error("缺少 defusedxml,无法安全读取表格。", id="portal.E003")]
    return []


@register(Tags.database)
def one_postgresql_driver(**_: Any) -> list[Error]:
    """Django silently prefers psycopg 3; our COPY code needs psycopg2."""
    if importlib.util.find_spec("psycopg") is not None:
        hint = "卸载 psycopg,只保留 psycopg2-binary。"
        return [Error("不能同时安装 psycopg 3。", hint=hint, id="portal.E004")]
    return []


@register(Tags.security, deploy=True)
def keys_are_long(**_: Any) -> list[checks.Warning]:
    """Short keys can be guessed."""
    names = ("SECRET_KEY", "FIELD_KEY", "TOKEN_PEPPER")
    short = [name for name in names if len(getattr(settings, name)) < 32]
    return [checks.Warning(f"{name} 少于 32 个字符。", id="portal.W001") for name in short]
