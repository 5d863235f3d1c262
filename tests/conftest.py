"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# A test that fails when the machine is busy says nothing about the code.
settings.register_profile("untimed", parent=settings(), deadline=None)
settings.load_profile("untimed")
