"""What several tests use."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of gold sets and articles, which are not part of the repository; skip where it is absent."""
    if not (SHARED / "gold").is_dir():
        pytest.skip("needs the gold sets in ../shared, which is not there")
    return SHARED
