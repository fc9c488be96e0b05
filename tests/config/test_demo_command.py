"""The command that loads the demo county."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from config.demo import load


def test_an_occupied_database_is_left_alone(
    county: object, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("demo", "--if-empty")

    assert "没有载入" in capsys.readouterr().out
    assert not load.is_loaded()


def test_what_is_planted_needs_the_demo_county(county: object) -> None:
    with pytest.raises(CommandError, match="还没有载入"):
        call_command("demo", "--planted")
