"""Documents in a house template, beside docxtpl: on the same file, and on one that has the whole document as tags."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from statistics import median

import yaml
from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import Environment

from benchmarks import warm
from benchmarks.measuring import WORKLOAD, at_least, at_most, heading, milliseconds, side_by_side, table
from benchmarks.peers import templated
from sopgen.document import building
from sopgen.source import decode, parse
from sopgen.spec import load
from sopgen.style import load_style
from sopgen.writers.docx.house import write
from sopgen.writers.docx.house.starting import starting_template
from sopgen.writers.house import HouseTemplate


def run(documents: int, folder: Path) -> None:
    """Print the times."""
    text = WORKLOAD.read_text(encoding="utf-8")
    style = load_style("enterprise")
    template = HouseTemplate("company.docx", starting_template(style, "zh-CN"))
    path = folder / template.name
    path.write_bytes(template.data)

    def ours() -> bytes:
        source = decode(text.encode(), "workload.yaml")
        spec = load(parse(source))
        sources = building.Sources(source.sha256)
        document = building.build(spec.index, "zh-CN", sources)
        return write(template, document, style, building.tags(spec.index, "zh-CN", sources)).data

    def docxtpl() -> bytes:
        filled, output = DocxTemplate(path), BytesIO()
        filled.render(
            {"sop": yaml.load(text, yaml.CSafeLoader), "company": "", "body": ""}, Environment(autoescape=True)
        )
        filled.save(output)
        return output.getvalue()

    whole = folder / "whole.docx"
    templated.build(whole)
    heading(f"House template: spec text to docx bytes, {documents} documents in one process")
    times = side_by_side(
        {
            "sopgen, into the template": ours,
            "sopgen, without a template": lambda: warm.render(text),
            "docxtpl, the tags of the same file": docxtpl,
            "docxtpl, the document as tags": lambda: templated.render(text, whole),
        },
        documents,
        warm.BLOCK,
    )
    table([("", "median"), *((name, milliseconds(samples)) for name, samples in times.items())])
    into, _, tags, whole_document = (median(samples) for samples in times.values())
    at_least(whole_document / into, 3, "times as fast as docxtpl with the whole document")
    at_most(into / tags, 1.5, "times docxtpl filling the few tags of the same file and nothing else")
