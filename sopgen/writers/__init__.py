"""The writers: a Document and a style sheet in, the bytes of a file out."""

from sopgen.writers.formats import WRITERS, Format
from sopgen.writers.written import Written

__all__ = ["WRITERS", "Format", "Written"]
