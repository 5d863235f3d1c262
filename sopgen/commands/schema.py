"""``sopgen schema``: the JSON Schema of the spec language, for editors."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sopgen.diagnostics import Language
from sopgen.repository.outputs import write


def run(language: Language, output: str | None = None) -> int:
    """Print the schema with descriptions in ``language``, or write it to the file ``output``.

    Raises:
        WriteError: the file cannot be written.
    """
    if output is None:
        sys.stdout.write(schema_text(language))
    else:
        write(Path(output), schema_text(language).encode())
    return 0


def schema_text(language: Language) -> str:
    """The JSON Schema with descriptions in ``language``, as the text of a file."""
    from sopgen.spec.schema import json_schema

    return json.dumps(json_schema(language), ensure_ascii=False, indent=2) + "\n"
