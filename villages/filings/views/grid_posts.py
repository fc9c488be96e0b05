"""What a tab sends to the grid: the fields of a form, or JSON of a script."""

import json
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils.translation import gettext as _

from villages.filings import posted
from villages.filings.actions.saving import Texts, Typed
from villages.filings.figures.sheet import Sheet

# Without a script there are no tabs to tell apart.
PAGE = "page"
_LONGEST_TAB = 40


def typed_in(sent: Mapping[str, Any], sheet: Sheet) -> Typed:
    """A form with all cells: only what the person changed, and whole villages to confirm."""
    writable = {line.code for line in sheet.lines if line.is_open}
    texts = posted.changed(posted.texts(sent, posted.VALUE), sheet)
    texts |= _confirmed(sent, sheet)
    notes = posted.texts(sent, posted.NOTE)
    chosen = {code for code in writable if texts.get(code) or any(notes.get(code, {}).values())}
    seen = posted.versions(sent)
    return Typed(
        texts={code: texts.get(code, {}) for code in sorted(chosen)},
        notes={code: notes[code] for code in chosen if code in notes},
        versions={code: seen[code] for code in chosen if code in seen},
        tab=tab_of(sent.get("tab")),
        take_over="take_over" in sent,
    )


def _confirmed(sent: Mapping[str, Any], sheet: Sheet) -> posted.Texts:
    """Every text of the villages whose button was pressed, prefilled ones too."""
    whole = posted.texts(sent, posted.VALUE)
    wanted = sent.get("confirm", "")
    codes = [line.code for line in sheet.lines] if wanted == "all" else [wanted]
    return {code: whole[code] for code in codes if code in whole}


def typed_json(request: HttpRequest, codes: set[str]) -> Typed:
    """What a script sends: exactly what is to be kept, for villages of this township."""
    body = _body(request)
    texts, notes = _texts(body, "typed", codes), _texts(body, "notes", codes)
    versions = body.get("versions", {})
    if not isinstance(versions, dict) or not all(type(one) is int for one in versions.values()):
        raise BadRequest(_("版本应为整数。"))
    return Typed(texts, notes, versions, tab_of(body.get("tab")))


def _body(request: HttpRequest) -> dict[str, Any]:
    try:
        body = json.loads(request.body)
    except ValueError as error:
        raise BadRequest(_("内容无法识别。")) from error
    if not isinstance(body, dict):
        raise BadRequest(_("内容无法识别。"))
    return body


def _texts(body: Mapping[str, Any], name: str, codes: set[str]) -> Texts:
    found = body.get(name, {})
    if not isinstance(found, dict) or not all(_is_village(one) for one in found.values()):
        raise BadRequest(_("内容无法识别。"))
    if found.keys() - codes:
        raise BadRequest(_("其中有的村不在这个乡镇。"))
    return found


def _is_village(found: Any) -> bool:
    return isinstance(found, dict) and all(isinstance(text, str) for text in found.values())


def tab_of(sent: Any) -> str:
    """The name of a tab; without a script there is one page for all."""
    return sent[:_LONGEST_TAB] if isinstance(sent, str) and sent else PAGE
