"""A repository of specs: its settings, its files, its numbers."""
