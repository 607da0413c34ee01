"""Checks payloads of events against the catalogue, with public libraries.

Usage: check_events.py FOLDER, where FOLDER holds asyncapi.json, schemas/TYPE.json and payloads.jsonl.
Prints one line for each fault. Schemas are open for consumers; here they are closed, so that whatever is sent and not
described is found.
"""

import json
import pathlib
import sys

import jsonschema
from pydantic_asyncapi.v3 import AsyncAPI


def closed(schema):
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    # An example is a value, and names of members are no keywords.
    copy = {}
    for key, value in schema.items():
        if key == "properties":
            copy[key] = {name: closed(member) for name, member in value.items()}
        else:
            copy[key] = value if key == "examples" else closed(value)
    if "properties" in copy:
        copy.setdefault("additionalProperties", False)
    return copy


def main(folder):
    dialect, older = jsonschema.Draft202012Validator, jsonschema.Draft7Validator
    validators = {}
    for path in sorted((folder / "schemas").glob("*.json")):
        schema = json.loads(path.read_text())
        dialect.check_schema(schema)
        validators[path.stem] = dialect(closed(schema), format_checker=dialect.FORMAT_CHECKER)
        for example in schema["examples"]:
            for error in validators[path.stem].iter_errors(example):
                print(f"example of {path.stem}: {error.json_path}: {error.message}")
    for number, line in enumerate((folder / "payloads.jsonl").read_text().splitlines(), 1):
        payload = json.loads(line)
        for error in validators[payload["type"]].iter_errors(payload):
            print(f"payload {number} of {payload['type']}: {error.json_path}: {error.message}")
    document = json.loads((folder / "asyncapi.json").read_text())
    # The library wants a query described where the specification leaves that open.
    operation = document["operations"]["sendEvent"]
    operation["bindings"]["http"].setdefault("query", {"type": "object"})
    AsyncAPI.model_validate(document)
    for schema in document["components"]["schemas"].values():
        older.check_schema(schema)
    for name, message in document["components"]["messages"].items():
        for example in message["examples"]:
            for error in older(document["components"]["schemas"][name]).iter_errors(example["payload"]):
                print(f"message {name}: {error.json_path}: {error.message}")


main(pathlib.Path(sys.argv[1]))
