"""What holds for all tests."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A test that fails when the machine is busy says nothing about the code.
settings.register_profile("untimed", parent=settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
