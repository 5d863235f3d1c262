"""The rules: what a good reviewer would say, one file each."""
