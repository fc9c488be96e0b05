"""Files of an import lie where the test ends."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def own_files(tmp_path: Path, settings: Any) -> Path:
    """Sent files lie below the test's own folder."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path
