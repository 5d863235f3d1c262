"""The Word writer: WordprocessingML written as text, into a package whose fixed parts are prepared once."""

from sopgen.writers.docx.writer import write

__all__ = ["write"]
