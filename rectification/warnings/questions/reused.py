"""One file for several visits or villages (M4). Pure. No file is ever required."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from rectification.warnings.choices import QuestionKind
from rectification.warnings.questions.noticed import Noticed
from rectification.warnings.questions.pictures import is_same

TOWNSHIP = 9


@dataclass(frozen=True)
class Attached:
    """A file that somebody chose to attach. `paper` names the matter that it belongs to, `looks`
    is a picture's short form, None for other files."""

    code: str
    paper: str
    title: str
    file_name: str
    sha256: str
    looks: int | None = None


def reused(own: Iterable[Attached], known: Iterable[Attached], most: int) -> list[Noticed]:
    """One question for each own file that stands in another matter too.

    A file in more than `most` other matters is a paper that was sent to all, and fine.
    """
    rows, found = list(known), []
    asked: set[frozenset[str]] = set()
    for one in own:
        others = list(islice(_others(one, rows), most + 1))
        pair = frozenset((one.paper, others[0].paper)) if others else frozenset[str]()
        if others and len(others) <= most and pair not in asked:
            asked.add(pair)
            found.append(_asked(one, others[0]))
    return found


def _others(one: Attached, known: Iterable[Attached]) -> Iterator[Attached]:
    for other in known:
        same = other.sha256 == one.sha256 or is_same(one.looks, other.looks)
        if same and other.paper != one.paper:
            yield other


def _asked(one: Attached, other: Attached) -> Noticed:
    facts = {
        "title": one.title, "file": one.file_name, "other_title": other.title,
        "other_file": other.file_name, "same": one.sha256 == other.sha256,
        "far": one.code[:TOWNSHIP] != other.code[:TOWNSHIP],
    }  # fmt: skip
    elsewhere = other.code if other.code != one.code else ""
    return Noticed(QuestionKind.REUSED, one.code, one.paper, facts, elsewhere)
