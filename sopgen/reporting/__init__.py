"""Diagnostics as text for people and as data for tools, and the words of the commands."""
