"""What draws a placement: one module a format, each a function from a placement or graph to text."""
