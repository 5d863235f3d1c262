"""Write anew what the documentation takes from the code: the spec pages, the JSON Schema and the pages of rules.

python docs/generate.py            write what is not fresh
python docs/generate.py --check    write nothing; exit 1 if something is not fresh
"""

from __future__ import annotations

import sys
from pathlib import Path

from sopgen.commands.schema import schema_text
from sopgen.diagnostics import Language
from sopgen.rules.pages import page
from sopgen.rules.registry import RULES
from sopgen.spec.reference_page import updated

DOCS = Path(__file__).resolve().parent

SPEC_PAGES: dict[str, Language] = {"spec.md": "en", "spec.zh.md": "zh-CN"}

RULES_HEAD = """# The rules · 规则

What a spec that can be read may still get wrong. This page is made from the rules themselves by docs/generate.py.
[repository.md](repository.md#findings) says how to select, ignore and suppress them.

每条规则指出一类错误，附有错误与正确的写法。怎样选用、忽略或就地压下一条规则，见
[repository.md](repository.md#findings)。

| rule | code | severity |
| --- | --- | --- |
"""


def stale() -> dict[Path, str]:
    """The files that are not fresh, and what they should hold."""
    wanted = {
        **{DOCS / name: updated((DOCS / name).read_text("utf-8"), language) for name, language in SPEC_PAGES.items()},
        DOCS / "sop.schema.json": schema_text("en"),
        DOCS / "rules.md": rules_page(),
    }
    return {path: text for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text}


def rules_page() -> str:
    """The pages of all rules, under a list of them."""
    rows = [f"| [{rule.name}](#{rule.name}) | {rule.code} | {rule.severity.label} |\n" for rule in RULES]
    return "".join([RULES_HEAD, *rows, *(f"\n#{page(rule, 'en')}" for rule in RULES)])


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
