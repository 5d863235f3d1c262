"""The process of an SOP as a graph."""
