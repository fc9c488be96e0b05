"""Questions are no verdicts: nothing that judges, counts or reports reads them."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[4]
APPS = ("villages", "branches", "cadres", "collective_economy", "rectification", "config")
READS = re.compile(
    r"from rectification\.warnings\.models(\.questions)? import [^)]*?\bQuestion\b", re.S
)
OTHER_WAYS = re.compile(r"rectification_question\b|get_model\([^)]*Question\b|question_rows")
WARNINGS = "rectification/warnings/"
# Showing, asking, answering and settling; and the one hook for data that a person found untrue.
ITS_OWN = {
    f"{WARNINGS}{name}"
    for name in (
        "actions/questions.py", "actions/settling_questions.py", "ledgers/questions.py",
        "views/questions.py", "todos.py",
    )
}  # fmt: skip
HOOK = f"{WARNINGS}facts/work.py"


def sources() -> dict[str, str]:
    found = (path for app in APPS for path in (ROOT / app).rglob("*.py"))
    return {
        str(path.relative_to(ROOT)): path.read_text()
        for path in found
        if "migrations" not in path.parts and "/models/" not in str(path)
    }


def test_nobody_else_reads_questions() -> None:
    reading = {name for name, text in sources().items() if READS.search(text)}

    assert reading - ITS_OWN == {HOOK}


def test_nobody_goes_around() -> None:
    assert [name for name, text in sources().items() if OTHER_WAYS.search(text)] == []


def test_rules_know_confirmed_ones_about_numbers_alone() -> None:
    hook = sources()[HOOK]

    assert hook.count("Question.objects") == 1
    assert "outcome=QuestionOutcome.CONFIRMED" in hook
    assert "_ABOUT_NUMBERS = (QuestionKind.ROUND_TRIP, QuestionKind.JUMP)" in hook


def test_no_form_of_questions_takes_a_file() -> None:
    from rectification.warnings.ledgers.questions import QUESTIONS

    asks = [one for verb in QUESTIONS.verbs for one in verb.asks]
    assert {one.name for one in asks} == {"text"}
    assert "file" not in (ROOT / WARNINGS / "actions/settling_questions.py").read_text()
