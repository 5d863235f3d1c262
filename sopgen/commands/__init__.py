"""The commands: plain values in, exit code out."""
