"""A style sheet without the rules no page can use: pure text in, text out.

Standard library only. A rule stays when one of its selectors asks for nothing but names that
may occur; everything that is no plain rule stays too, except key frames nobody plays.
"""

import re
from collections.abc import Callable, Iterator

Used = Callable[[str], bool]

STRING = r'"(?:[^"\\]|\\.)*"|' r"'(?:[^'\\]|\\.)*'"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LICENCE = re.compile(r"/\*!.*?\*/", re.DOTALL)
# What may hide a brace or a semicolon comes first; what is left of a pair at the end is a fault.
TOKEN = re.compile(
    rf"/\*.*?\*/|{STRING}|\\.|url\(\s*[^\"'\s)][^)]*\)|[{{}};]|[\"']|/\*", re.DOTALL | re.IGNORECASE
)
FAULTS = ('"', "'", "/*")
GROUPS = ("@media", "@supports", "@container")
KEYFRAMES = re.compile(r"@(?:-\w+-)?keyframes\s+([\w-]+)")

# Escaped characters wait among these, so that `\/` or `\(` are letters of a name for a while.
SHELF = 0xE000
ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
NAME = r"[\w\uE000-\uE0FF-]+"
NAMES = re.compile(rf"[.#]({NAME})|\[\s*(data-{NAME})")
CALL = re.compile(r":([\w-]+)\(")
# Of these one alternative must be possible; of others, such as `not`, nothing is asked.
ALTERNATIVES = ("is", "where", "has", "matches", "-webkit-any", "-moz-any")


class UnreadableError(ValueError):
    """The text is no style sheet this module understands; it is better left whole."""


def trimmed(css: str, used: Used) -> str:
    """The style sheet without rules that ask for a name that is not used; may raise.

    Declarations are never touched, so what stays looks as it did.
    """
    draft = list(_kept(css, used))
    said = set(re.findall(r"[\w-]+", "".join(text for frames, text in draft if not frames)))
    return "".join(text for frames, text in draft if not frames or frames in said or used(frames))


def names(css: str) -> set[str]:
    """All classes, ids and data attributes that rules ask for, and key frames; may raise."""
    found: set[str] = set()

    def note(name: str) -> bool:
        found.add(name)
        return True

    found.update([frames for frames, _text in _kept(css, note) if frames])
    return found


def _kept(css: str, used: Used) -> Iterator[tuple[str, str]]:
    """The parts that stay; key frames with their name, for others it is empty."""
    for prelude, body in _parts(css):
        head = COMMENT.sub("", prelude).strip()
        frames = KEYFRAMES.match(head)
        if body is None:
            yield "", f"{prelude};"
        elif head.startswith(GROUPS):
            inner = "".join(text for _name, text in _kept(body, used))
            yield "", f"{prelude}{{{inner}}}" if inner.strip() else _licences(prelude)
        elif head.startswith("@") or _possible(_shelved(head), used):
            yield frames.group(1) if frames else "", f"{prelude}{{{body}}}"
        else:
            yield "", _licences(prelude)


def _licences(text: str) -> str:
    return "".join(LICENCE.findall(text))


def _parts(css: str) -> Iterator[tuple[str, str | None]]:
    """Each prelude with what its braces hold; None when a semicolon ends it."""
    depth = start = opened = 0
    for mark, at in _marks(css):
        depth += (mark == "{") - (mark == "}")
        if mark == "{" and depth == 1:
            opened = at
        elif mark == "}" and depth == 0:
            yield css[start:opened], css[opened + 1 : at]
            start = at + 1
        elif mark == ";" and depth == 0:
            yield css[start:at], None
            start = at + 1
        elif depth < 0:
            raise UnreadableError("a brace closes nothing")
    if depth or COMMENT.sub("", css[start:]).strip():
        raise UnreadableError(f"the text ends inside a rule: {css[start:][:40]}")


def _marks(css: str) -> Iterator[tuple[str, int]]:
    """Braces and semicolons with their places, none of those inside strings or comments."""
    for token in TOKEN.finditer(css):
        mark = token.group()
        if mark in FAULTS:
            raise UnreadableError(f"a string or comment has no end: {css[token.start() :][:40]}")
        if mark in "{};":
            yield mark, token.start()


def _shelved(selectors: str) -> str:
    """Without strings; escaped characters put where nothing takes them for syntax."""
    return re.sub(STRING, "", ESCAPE.sub(_shelf, selectors))


def _shelf(found: re.Match[str]) -> str:
    code = int(found.group(1), 16) if found.group(1) else ord(found.group(2))
    return chr(SHELF + code) if code < 0x100 else chr(code)


def _unshelved(name: str) -> str:
    return "".join(chr(ord(c) - SHELF) if SHELF <= ord(c) < SHELF + 0x100 else c for c in name)


def _possible(selectors: str, used: Used) -> bool:
    """Whether one of the selectors can match an element of some page."""
    answers = [_matches(one, used) for one in _split(selectors)]  # all of them are asked
    return any(answers)


def _split(selectors: str) -> Iterator[str]:
    """A list of selectors at its commas, not at those inside brackets."""
    depth = start = 0
    for at, letter in enumerate(selectors):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth == 0:
            yield selectors[start:at]
            start = at + 1
    yield selectors[start:]


def _matches(selector: str, used: Used) -> bool:
    """Whether all the selector asks for is used: its names, and one of each alternative."""
    rest, answers = selector, []
    while call := CALL.search(rest):
        end = _closing(rest, call.end())
        if call.group(1) in ALTERNATIVES:
            answers.append(_possible(rest[call.end() : end], used))
        rest = f"{rest[: call.start()]} {rest[end + 1 :]}"
    answers += [used(_unshelved(one or other)) for one, other in NAMES.findall(rest)]
    return all(answers)


def _closing(text: str, start: int) -> int:
    depth = 1
    for at in range(start, len(text)):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            return at
    raise UnreadableError(f"a parenthesis has no end: {text[:40]}")
