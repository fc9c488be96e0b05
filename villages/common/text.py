"""Text as people and sheets send it, made safe and comparable."""

import re
import unicodedata

# Signs that stand inside numbers and dates; full-width commas, colons and brackets of prose stay.
_NUMBER_SIGNS = {ord(wide): ord(wide) - 0xFEE0 for wide in "％＋－．／"}
_WIDE = {
    code: code - 0xFEE0
    for first, last in ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A))
    for code in range(first, last + 1)
}
_SPACES = dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
# Zero width, soft hyphen, byte order mark and direction marks: unseen, yet they split equal names.
_UNSEEN = dict.fromkeys(
    [0xAD, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
)
_CONTROLS = dict.fromkeys(
    code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"
)
_CLEAN = _NUMBER_SIGNS | _WIDE | _SPACES | _UNSEEN | _CONTROLS | {0x2028: "\n", 0x2029: "\n"}
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BLANK = re.compile(r"\s+")
_MIDDLE_DOT = re.compile("(?<=[^\x00-\x7f])[.·•‧∙・](?=[^\x00-\x7f])")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NEGATIVE = re.compile(r"-(?:[0-9][0-9,]*(?:\.[0-9]+)?%?)?")


def strip_illegal(text: str) -> str:
    """The text without code points that XML 1.0 refuses: what every document writer needs."""
    return _ILLEGAL.sub("", text)


def clean(text: str) -> str:
    """One form for text that people typed or pasted; cleaning twice changes nothing.

    Full-width digits, Latin letters and the signs of numbers become half-width; odd spaces
    become plain ones; unseen, control and XML-illegal characters go; the ends are trimmed.
    Line breaks stay, as do the full-width commas, colons and brackets of Chinese prose.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return strip_illegal(lines).translate(_CLEAN).strip()


def compact_name(text: str) -> str:
    """A person's or village's name without any space (袁　辉 is 袁辉) and with one middle dot."""
    return _MIDDLE_DOT.sub("·", _BLANK.sub("", clean(text)))


def search_key(text: str) -> str:
    """What is stored and asked for searching: compatibility forms, lower case, letters and digits.

    Traditional characters are not turned into simplified ones.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", clean(text)).casefold())
    return "".join(one for one in folded if unicodedata.category(one)[0] in "LN")


def mask_id_number(text: str) -> str:
    """`330***********012X`: first 3 and last 4 stay; anything shorter than 15 is hidden whole."""
    return _masked(text, head=3, tail=4, shortest=15)


def mask_phone(text: str) -> str:
    """`138****5678`; of numbers of 7 to 10 characters the last 2 stay, of shorter ones none."""
    if len(text.strip()) < 11:
        return _masked(text, head=0, tail=2, shortest=7)
    return _masked(text, head=3, tail=4, shortest=11)


def neutralise_formula(text: str) -> str:
    """A CSV cell that no spreadsheet runs: a leading `= + - @`, tab or line break gets a `'`.

    Plain negative numbers and a lone dash are data and stay as they are.
    """
    if not text.startswith(_FORMULA) or _NEGATIVE.fullmatch(text):
        return text
    return f"'{text}"


def _masked(text: str, *, head: int, tail: int, shortest: int) -> str:
    text = text.strip()
    if len(text) < shortest:
        return "*" * len(text)
    return text[:head] + "*" * (len(text) - head - tail) + text[-tail:]
