"""Where the shapes of a diagram go: one placement for all that draws it."""

from sopgen.flow.placement.model import (
    Connector,
    Frame,
    Label,
    Lane,
    Page,
    Paragraph,
    Placement,
    Point,
    Shape,
)
from sopgen.flow.placement.placing import place

__all__ = ["Connector", "Frame", "Label", "Lane", "Page", "Paragraph", "Placement", "Point", "Shape", "place"]
