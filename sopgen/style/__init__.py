"""Style sheets: page, fonts, sizes and numbering in the field's own terms."""

from sopgen.style.loading import load_style

__all__ = ["load_style"]
