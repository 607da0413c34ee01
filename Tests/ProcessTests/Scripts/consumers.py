"""Consumers of webhooks, each built on a public library, on one free loopback port:

/standardwebhooks, /svix   check signatures with the library of that name
/cryptography              checks Ed25519 signatures with `cryptography`
/structured, /binary, /batch   read CloudEvents with `cloudevents`, and check signatures with `standardwebhooks`

Writes its port to DIRECTORY/port and reads the keys of each path, one a line, from DIRECTORY/keys-NAME for each request.
Notes each request in DIRECTORY/arrived-NAME: its webhook-id, its replay if it belongs to one, the events in it, and for each
key whether it verifies. Answers 204 where one of them does and the request can be read, 400 otherwise.
"""
import base64
import http.server
import json
import os
import sys
import threading
import time

import standardwebhooks
import svix.webhooks
from cloudevents.core.bindings.http import HTTPMessage, from_http_event, from_structured_event
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

directory = sys.argv[1]
lock = threading.Lock()


def ed25519(key: str, body: bytes, headers: dict[str, str]) -> None:
    """Raises where no signature fits; the libraries know the shared secrets only."""
    if abs(time.time() - int(headers["webhook-timestamp"])) > 300:
        raise ValueError("out of time")
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key.removeprefix("whpk_")))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    for signature in headers["webhook-signature"].split(" "):
        version, _, text = signature.partition(",")
        if version == "v1a":
            try:
                return public.verify(base64.b64decode(text), signed)
            except InvalidSignature:
                continue
    raise ValueError("no signature fits")


def standard(key: str, body: bytes, headers: dict[str, str]) -> None:
    standardwebhooks.Webhook(key).verify(body, headers)


def with_svix(key: str, body: bytes, headers: dict[str, str]) -> None:
    svix.webhooks.Webhook(key).verify(body, headers)


def verifies(check, key: str, body: bytes, headers: dict[str, str]) -> bool:
    try:
        check(key, body, headers)
    except Exception:
        return False
    # A check that says yes to everything would prove nothing.
    for forged in (body + b" ", b"{}"):
        try:
            check(key, forged, headers)
        except Exception:
            continue
        raise ValueError("a forged body was taken for good")
    return True


def one_event(body: bytes, headers: dict[str, str]) -> list[dict]:
    event = json.loads(body)
    return [{"id": headers["webhook-id"], "type": event["type"], "data": event["data"]}]


def cloud_events(body: bytes, headers: dict[str, str]) -> list[dict]:
    media = headers["content-type"].split(";")[0]
    if media == "application/cloudevents-batch+json":
        single = {"content-type": "application/cloudevents+json"}
        events = [from_structured_event(HTTPMessage(single, json.dumps(item).encode())) for item in json.loads(body)]
    elif media == "application/cloudevents+json":
        events = [from_structured_event(HTTPMessage(headers, body))]
    else:
        if not headers["ce-id"]:
            raise ValueError("no id")
        events = [from_http_event(HTTPMessage(headers, body))]
    return [{**event.get_attributes(), "data": event.get_data()} for event in events]


consumers = {
    "standardwebhooks": (standard, one_event), "svix": (with_svix, one_event), "cryptography": (ed25519, one_event),
    "structured": (standard, cloud_events), "binary": (standard, cloud_events), "batch": (standard, cloud_events),
}


class Consumer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        name = self.path.strip("/")
        body = self.rfile.read(int(self.headers["content-length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        record = {"id": headers.get("webhook-id"), "replay": headers.get("webhook-replay")}
        status = 400
        try:
            check, read = consumers[name]
            with open(os.path.join(directory, "keys-" + name), encoding="utf-8") as file:
                record["verified"] = [verifies(check, key, body, headers) for key in file.read().split()]
            record["events"] = read(body, headers)
            if any(record["verified"]):
                status = 204
        except Exception as error:  # whatever is wrong with it, it is not good
            record["error"] = repr(error)
        record["status"] = status
        with lock, open(os.path.join(directory, "arrived-" + name), "a", encoding="utf-8") as file:
            file.write(json.dumps(record, default=str) + "\n")
        self.send_response(status)
        if status != 204:
            self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Consumer)
with open(os.path.join(directory, "port.new"), "w", encoding="utf-8") as file:
    file.write(str(server.server_port))
os.rename(os.path.join(directory, "port.new"), os.path.join(directory, "port"))
server.serve_forever()
