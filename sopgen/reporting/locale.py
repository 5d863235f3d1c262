"""The language of messages: what the locale says."""

from __future__ import annotations

import os
import sys

from sopgen.diagnostics import Language

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_CHINESE_ON_WINDOWS = 0x04
"""The primary language of a Windows language id, its lowest ten bits."""


def preferred_language() -> Language:
    """zh-CN where the locale is Chinese, else en."""
    name = next((os.environ[variable] for variable in _VARIABLES if os.environ.get(variable)), "")
    if not name and sys.platform == "win32":
        import ctypes

        return "zh-CN" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _CHINESE_ON_WINDOWS else "en"
    return "zh-CN" if name.lower().startswith("zh") else "en"
