"""Days as an iCalendar file (RFC 5545), which every calendar program reads. Pure."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from villages.filings.rhythm import Event

_LINE = 75


def calendar_file(name: str, host: str, events: Iterable[Event], made_at: datetime) -> bytes:
    """All-day events. Each keeps its UID, so that a second import changes and never doubles."""
    stamp = made_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//portal//filing//ZH", "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(name)}",
    ]  # fmt: skip
    for one in events:
        lines += [
            "BEGIN:VEVENT", f"UID:{one.key}@{host}", f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{one.first:%Y%m%d}",
            f"DTEND;VALUE=DATE:{one.last + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_text(one.title)}", "TRANSP:TRANSPARENT", "END:VEVENT",
        ]  # fmt: skip
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _text(value: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        value = value.replace(plain, escaped)
    return value.replace("\r", "")


def _folded(line: str) -> bytes:
    """At most 75 bytes a line, never inside a character; a further line begins with a space."""
    parts, current = [], b""
    for character in line:
        encoded = character.encode()
        if len(current) + len(encoded) > _LINE:
            parts.append(current)
            current = b" "
        current += encoded
    return b"\r\n".join([*parts, current]) + b"\r\n"
