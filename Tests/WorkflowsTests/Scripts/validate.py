"""Validates YAML files against a JSON Schema: prints for each file its name, a tab, and what is wrong first, if anything.

YAML is read as version 1.2 has it (core schema): `on` is a text, and so is a date.
"""
import json
import re
import sys

import yaml
from jsonschema import Draft202012Validator


class Core(yaml.SafeLoader):
    pass


STRANGE = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
Core.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in STRANGE]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as file:
        error = next(validator.iter_errors(yaml.load(file, Core)), None)
    print(name, "" if error is None else error.message.splitlines()[0][:200], sep="\t")
