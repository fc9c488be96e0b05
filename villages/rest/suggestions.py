"""The nearest known name to a misspelt one."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from villages.rest.problem_kinds import Both


def nearest(name: str, known: Iterable[str]) -> str:
    """The most similar known name, or an empty text where none is close."""
    found = process.extractOne(name, list(known), scorer=JaroWinkler.similarity, score_cutoff=0.75)
    return str(found[0]) if found else ""


def unknown(parameter: str, name: str, known: Iterable[str]) -> dict[str, object]:
    """One entry of `errors` for a name that is not on the list."""
    guess = nearest(name, known)
    said = Both(f"没有“{name[:60]}”。", f"There is no '{name[:60]}'.")
    if guess:
        said = Both(f"{said.zh}您是否想用“{guess}”?", f"{said.en} Did you mean '{guess}'?")
    return {"parameter": parameter[:60], "code": "unknown", "detail": said, "suggestion": guess}
