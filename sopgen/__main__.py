"""``python -m sopgen``."""

from sopgen.cli import main

main()
