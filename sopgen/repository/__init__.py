"""A repository of specs: its settings, its files, its numbers."""

from __future__ import annotations

from sopgen.repository.inputs import Inputs
from sopgen.repository.repository import Repository
from sopgen.repository.settings import Settings
from sopgen.repository.specfile import SpecFile

__all__ = ["Inputs", "Repository", "Settings", "SpecFile"]
