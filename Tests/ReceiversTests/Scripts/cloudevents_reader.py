"""Says what the public `cloudevents` library reads in a request on standard input (see message.py).

Prints one line of JSON: the content mode, and each event with its attributes and its data. Ends with 1 where the library
refuses the request or an attribute that the specification requires is missing.
"""
import json
import sys

from cloudevents.core.bindings.http import HTTPMessage, from_http_event, from_structured_event

import message

required = ("id", "source", "specversion", "type")
headers, body = message.read()
media = headers.get("content-type", "").split(";")[0].strip()


def insist(given: dict[str, object]) -> None:
    """The library makes up an id, a version and a time where they are missing; a consumer could not tell."""
    missing = [name for name in required if not given.get(name)]
    if missing:
        raise ValueError(f"missing: {', '.join(missing)}")


try:
    if media == "application/cloudevents-batch+json":
        mode = "batch"
        single = {"content-type": "application/cloudevents+json"}
        items = json.loads(body)
        for item in items:
            insist(item)
        events = [from_structured_event(HTTPMessage(single, json.dumps(item).encode())) for item in items]
    elif media == "application/cloudevents+json":
        insist(json.loads(body))
        mode, events = "structured", [from_structured_event(HTTPMessage(headers, body))]
    elif "ce-specversion" in headers:
        if "ce-datacontenttype" in headers:
            raise ValueError("ce-datacontenttype must not be sent")
        insist({name: headers.get(f"ce-{name}") for name in required})
        mode, events = "binary", [from_http_event(HTTPMessage(headers, body))]
    else:
        raise ValueError("no CloudEvent")
except Exception as error:  # whatever it says, the request is not taken
    print(json.dumps({"refused": repr(error)}))
    sys.exit(1)
read = [{"attributes": event.get_attributes(), "data": event.get_data()} for event in events]
print(json.dumps({"mode": mode, "events": read}, default=str, sort_keys=True))
