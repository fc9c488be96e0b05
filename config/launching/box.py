"""What a person reads when the portal is up."""

import unicodedata
from collections.abc import Iterable

from config.launching.facts import Facts

WIDE = {"W", "F"}


def width(text: str) -> int:
    """Columns a text takes in a terminal: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in WIDE else 1 for char in text)


def pad(text: str, columns: int) -> str:
    """The text with spaces up to `columns` terminal columns."""
    return text + " " * max(0, columns - width(text))


def box(lines: Iterable[str]) -> str:
    """The lines inside a frame; an empty line becomes a rule."""
    rows = list(lines)
    columns = max(map(width, rows))
    rule = "+" + "-" * (columns + 2) + "+"
    inside = [f"| {pad(row, columns)} |" if row else rule for row in rows]
    return "\n".join([rule, *inside, rule])


def welcome(url: str, facts: Facts) -> str:
    """Address first; for a demo county also its date, its accounts and their password."""
    lines = ["村级党建督导平台已启动", f"地址：{url}"]
    if facts.demo:
        lines += ["", *_demo(facts)]
    if facts.setup_code:
        address = f"{url.rstrip('/')}/accounts/first-run/"
        lines += ["", f"首次设置：{address}", f"设置码：{facts.setup_code}"]
    return box([*lines, "", "按 Ctrl-C 停止"])


def _demo(facts: Facts) -> list[str]:
    columns = max((width(name) for name, _ in facts.accounts), default=0) + 2
    date = f"（演示日期 {facts.today}）" if facts.today else ""
    lines = [f"演示县账号{date}"]
    lines += [f"  {pad(name, columns)}{label}" for name, label in facts.accounts]
    return [*lines, f"共用密码：{facts.password}"] if facts.password else lines
