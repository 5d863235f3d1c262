"""The JSON Schema of the spec language (draft 2020-12), made from the models.

It accepts what the loader accepts, as far as a schema can tell (``texts`` says where it cannot). Its descriptions are
in the language of the reader; all else is the same in every language.
"""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from sopgen.diagnostics import Language
from sopgen.spec.descriptions import described
from sopgen.spec.kinds import fields_of
from sopgen.spec.roots import roots
from sopgen.spec.shape import EXTRA_PREFIX, Shape, optional_keys

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NULL = {"type": "null"}


def json_schema(language: Language) -> dict[str, Any]:
    """The schema of a spec, as plain data, with descriptions in ``language``."""
    generator = type("_Generator", (_Generator,), {"language": language})  # pydantic makes the instance
    _, schema = models_json_schema([(root, "validation") for root in roots()], schema_generator=generator)
    values: dict[str, Any] = {}
    shared = _share(schema["$defs"], values)
    sop, handbook = ({"$ref": f"#/$defs/{root.__name__}"} for root in roots())
    return {
        "$schema": DIALECT,
        "title": "sopgen spec, version 1",
        "if": {"properties": {"kind": {"const": "handbook"}}, "required": ["kind"]},
        "then": handbook,
        "else": sop,
        "$defs": shared | dict(sorted(values.items())),
    }


def _share(schema: Any, values: dict[str, Any]) -> Any:
    """``schema`` with everything that has a ``title`` replaced by a reference to its definition in ``values``."""
    if isinstance(schema, list):
        return [_share(item, values) for item in schema]
    if not isinstance(schema, dict):
        return schema
    shared = {key: _share(item, values) for key, item in schema.items()}
    name = shared.get("title")
    if not isinstance(name, str):
        return shared
    del shared["title"]
    described = {"description": shared.pop("description")} if "description" in shared else {}
    values[name] = shared
    return {**described, "$ref": f"#/$defs/{name}"}


class _Generator(GenerateJsonSchema):
    """Pydantic's generator without titles and defaults, with bare values and our descriptions."""

    language: Language

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 (pydantic's own signature)
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Without null: whether a key may be empty is a matter of whether it may be left out."""
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        model: type[Shape] = schema["cls"]
        json, told = super().model_schema(schema), described(model, self.language)
        keys, optional = json["properties"], optional_keys(model)
        properties = {
            field.key: {
                "description": told.keys[field.key],
                **(_or_null(keys[field.key]) if field.key in optional else keys[field.key]),
            }
            for field in fields_of(model)
        }
        json |= {"description": told.about, "properties": properties, "patternProperties": {f"^{EXTRA_PREFIX}": {}}}
        json.pop("title", None)
        if model.constraints:
            json["allOf"] = [constraint.json_schema() for constraint in model.constraints]
        if model.bare is None:
            return json
        bare = keys[model.bare]
        if model.bare_list:
            bare = bare["anyOf"][0]
        elif "anyOf" in bare:  # a list, or one item of it, which may be a map that is not meant to be bare
            bare = {"allOf": [bare, {"not": {"type": "object"}}]}
        return {"description": told.about, "anyOf": [json, bare]}


def _or_null(json: JsonSchemaValue) -> JsonSchemaValue:
    return {"anyOf": [*json["anyOf"], NULL]} if [*json] == ["anyOf"] else {"anyOf": [json, NULL]}
