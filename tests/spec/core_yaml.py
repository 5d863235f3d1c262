"""YAML with the types of its core schema, as an editor's YAML server gives it to a JSON Schema."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml


class CoreLoader(yaml.SafeLoader):
    """PyYAML's loader with the scalars of YAML 1.2 instead of those of YAML 1.1; keys stay text."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        "-+.0123456789",
    ),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))

CoreLoader.add_constructor(
    "tag:yaml.org,2002:int",
    lambda _loader, node: int(node.value, 0 if re.match("0[ox]", node.value) else 10),
)
CoreLoader.add_constructor(
    "tag:yaml.org,2002:float",
    lambda _loader, node: float(re.sub(r"^([-+]?)\.(?=[inIN])", r"\1", node.value)),
)


def read(text: str) -> Any:
    """The data of ``text``."""
    return yaml.load(text, CoreLoader)


def write(data: Any) -> str:
    """``data`` as YAML: in the form of JSON, in which quotes tell a text from a number."""
    return json.dumps(data, ensure_ascii=False)
