"""The language of messages: what the locale says."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from sopgen.diagnostics import Language

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_CHINESE_ON_WINDOWS = 0x04
"""The primary language of a Windows language id, its lowest ten bits."""


def preferred_language(environment: Mapping[str, str] = os.environ) -> Language:
    """zh-CN where the environment's locale is Chinese, else en."""
    name = next((environment[variable] for variable in _VARIABLES if environment.get(variable)), "")
    if not name and sys.platform == "win32":
        import ctypes

        return "zh-CN" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _CHINESE_ON_WINDOWS else "en"
    return "zh-CN" if name.lower().startswith("zh") else "en"
