"""The values of a template's placeholders."""

from collections.abc import Mapping
from typing import Any

from rectification.documents.words import on_paper
from rectification.reports.render.closing import day_words, remark
from rectification.reports.snapshot import Snapshot

_LINE = 20.0  # characters of the title's size in a line
_FLAT = str.maketrans("\n\t\r", "   ")


def words_of(snapshot: Snapshot) -> dict[str, str]:
    """Text for every placeholder that is no block."""
    content, stamp = snapshot.content, snapshot.stamp
    said = {
        "state": _state(snapshot), "organ": content.organ, "number": _number(snapshot),
        "recipients": _recipients(stamp) or content.recipients, "date": day_words(snapshot),
        "copies": content.copies, "signer": stamp.get("signer", ""),
        "county": content.county_name, "period": content.period, "as_of": content.as_of,
        "code": snapshot.code, "version": snapshot.version, "remark": remark(snapshot),
    }  # fmt: skip
    flat = {name: on_paper(text).translate(_FLAT) for name, text in said.items()}
    return {**flat, "title": "\n".join(_broken(on_paper(content.title).translate(_FLAT)))}


def _recipients(stamp: Mapping[str, Any]) -> str:
    given = stamp.get("recipients") or ""
    return given if isinstance(given, str) else "、".join(str(one) for one in given)


def _state(snapshot: Snapshot) -> str:
    if not snapshot.stamp.get("number"):
        note = snapshot.content.note.removeprefix("草稿：").removeprefix("草稿")
        return f"草稿（{note}）" if note else "草稿"
    return "更正" if snapshot.stamp.get("corrects") else ""


def _number(snapshot: Snapshot) -> str:
    """The document number; a draft leaves room for it."""
    given = snapshot.stamp.get("number")
    mark = snapshot.content.facts.get("mark") or "督导"
    return str(given) if given else f"{mark}〔{day_words(snapshot)[:4]}〕　　号"


def _broken(title: str) -> list[str]:
    """A long title in lines of about equal length; numbers and letters stay whole."""
    widths = [0.5 if one.isascii() else 1.0 for one in title]
    lines = int(-(-sum(widths) // _LINE)) or 1
    aim, found, used = sum(widths) / lines, [""], 0.0
    for place, (letter, width) in enumerate(zip(title, widths, strict=True)):
        inside = letter.isascii() and place > 0 and title[place - 1].isascii()
        if used + width > aim + 0.5 and not inside and len(found) < lines:
            found.append("")
            used = 0.0
        found[-1] += letter
        used += width
    return found
