"""Diagrams as native shapes (DrawingML, ECMA-376 part 1, 20 and 21; wordprocessingGroup of [MS-ODRAWXML]).

Each page of a placement is a group: lanes behind, then connectors, then shapes, then labels. What cannot show shapes
shows the picture of the ``mc:Fallback``.
"""

from sopgen.writers.docx.diagrams.writing import write

__all__ = ["write"]
