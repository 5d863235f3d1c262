"""Documents in a company's own Word file: it gives styles, page, headers, footers, logo and cover.

The document is written as always, and then put into the template's package in place of ``{{ body }}``.
"""

from sopgen.writers.docx.house.house import open_house
from sopgen.writers.docx.house.writer import write

__all__ = ["open_house", "write"]
