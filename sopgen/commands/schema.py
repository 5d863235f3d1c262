"""``sopgen schema``: the JSON Schema of the spec language, for editors."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sopgen.repository.outputs import write


def run(output: str | None = None) -> int:
    """Print the schema, or write it to the file ``output``.

    Raises:
        WriteError: the file cannot be written.
    """
    if output is None:
        sys.stdout.write(schema_text())
    else:
        write(Path(output), schema_text().encode())
    return 0


def schema_text() -> str:
    """The JSON Schema as the text of a file."""
    from sopgen.spec.schema import json_schema

    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
