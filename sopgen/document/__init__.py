"""Document: its nodes, and how a layout makes one from an SOP."""
