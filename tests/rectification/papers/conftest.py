"""What tests of papers and packs rely on."""

from pathlib import Path
from typing import Any

import pytest

from rectification.models import RectificationCase
from tests.rectification.papers.filled import filled_case


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    """Files of a test stay its own."""
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def case(county: Any) -> RectificationCase:
    """A case with something in every part of its file."""
    return filled_case("999901001200")
