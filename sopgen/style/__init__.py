"""Style sheets: page, fonts, sizes and numbering in the field's own terms."""
