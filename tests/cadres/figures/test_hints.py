"""Ages that a county looks at."""

from datetime import date

import pytest

from cadres.choices import Post
from cadres.figures.hints import Hint, age_hints
from tests.cadres.teams import COUNTY, DAY, HERE, LI, hold, person
from villages.models import County


@pytest.mark.parametrize(
    ("post", "birth", "since", "expected"),
    [
        (Post.SECRETARY, 196510, date(2021, 1, 1), (Hint.SECRETARY, 61)),
        (Post.SECRETARY, 196611, date(2021, 1, 1), None),
        (Post.DIRECTOR, 197009, date(2021, 1, 1), (Hint.OTHER, 56)),
        # Measured on the day of taking office: fifty-five then, fifty-six today.
        (Post.DIRECTOR, 197009, date(2026, 3, 1), None),
        (Post.DIRECTOR, 197002, date(2026, 3, 1), (Hint.NEW, 56)),
        (Post.DIRECTOR, None, date(2021, 1, 1), None),
        (Post.CLERK, 195001, date(2021, 1, 1), None),
    ],
)
def test_who_stands_out(
    county: County, post: Post, birth: int | None, since: date, expected: tuple[Hint, int] | None
) -> None:
    hold(person(LI, birth_month=birth), LI, post, started_on=since)

    found = [(one.hint, one.age) for one in age_hints(HERE, COUNTY, DAY)]

    assert found == ([expected] if expected else [])
