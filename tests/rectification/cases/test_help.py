"""The help page tells the states and steps of the table, no more and no less."""

from pathlib import Path

from django.conf import settings

from rectification import parameters  # noqa: F401 - declares what the limits are called
from rectification.states import STEPS, Actor, CaseStatus, Step
from villages.parameters import definition

PAGE = Path(settings.BASE_DIR) / "templates" / "help" / "pages" / "cases.md"


def steps_table() -> str:
    """The table of steps as the help page writes it."""
    cells = [
        (step.label, _from(step), _to(step), Actor(step.actor).label, _limit(step))
        for step in STEPS
    ]
    rows = [f"| {' | '.join(map(str, one))} |" for one in cells]
    return "\n".join(["| 步骤 | 从 | 到 | 谁办理 | 期限 |", "|---|---|---|---|---|", *rows])


def _from(step: Step) -> str:
    return "、".join(str(CaseStatus(one).label) for one in step.sources)


def _to(step: Step) -> str:
    return str(CaseStatus(step.target).label) if step.target else "不变"


def _limit(step: Step) -> str:
    if not step.limit:
        return "—"
    return f"{{value:{step.limit}={definition(step.limit).default}}} 个工作日"


def test_the_help_page_holds_the_table_of_steps() -> None:
    assert steps_table() in PAGE.read_text(encoding="utf-8")


def test_the_help_page_names_every_state() -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert [one.label for one in CaseStatus if str(one.label) not in text] == []
