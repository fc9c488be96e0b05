"""Sheets of ledgers go through the engine's front door."""

from pathlib import Path
from typing import Any

import pytest

from villages.models import Village


@pytest.fixture(autouse=True)
def _own_files(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def villages(county: Any) -> list[Village]:
    """The five villages of the county."""
    return list(Village.objects.order_by("code"))
