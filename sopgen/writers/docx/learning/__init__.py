"""Style sheets that mimic existing Word files."""

from sopgen.writers.docx.learning.learning import learn

__all__ = ["learn"]
