"""Write anew what the documentation takes from the models: the reference in spec.md, and the JSON Schema.

python docs/generate.py            write what is not fresh
python docs/generate.py --check    write nothing; exit 1 if something is not fresh
"""

from __future__ import annotations

import sys
from pathlib import Path

from sopgen.commands.schema import schema_text
from sopgen.spec.reference_page import updated

DOCS = Path(__file__).resolve().parent


def stale() -> dict[Path, str]:
    """The files that are not fresh, and what they should hold."""
    page, schema = DOCS / "spec.md", DOCS / "sop.schema.json"
    wanted = {page: updated(page.read_text("utf-8")), schema: schema_text()}
    return {path: text for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text}


def main() -> int:
    """Bring the files up to date, or with ``--check`` say which are not; the exit code."""
    check = "--check" in sys.argv[1:]
    for path, text in (files := stale()).items():
        if not check:
            path.write_text(text, "utf-8", newline="\n")
        sys.stdout.write(f"{'not fresh' if check else 'written'}: {path.name}\n")
    return int(check and bool(files))


if __name__ == "__main__":
    sys.exit(main())
