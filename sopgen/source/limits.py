"""How much of a text is read: files made to hang or to fill the memory are refused."""

from typing import Final

SIZE_LIMIT: Final = 8 * 1024 * 1024
"""Bytes in a file. A long procedure has 100 KB; more than this is not a text that people wrote."""
DEPTH_LIMIT: Final = 64
"""Levels of nesting. Real procedures have about ten."""
REPEAT_LIMIT: Final = 1024 * 1024
"""Characters that all aliases of a file together may repeat."""
PROBLEM_LIMIT: Final = 1000
"""Problems after which the rest of a file is not looked at."""


class StoppedError(Exception):
    """The rest of the file is not worth reading; why, has been reported."""
