"""Receives webhooks on a free loopback port and checks each with the standardwebhooks library.

Writes its port to DIRECTORY/port, reads the secret from DIRECTORY/secret when the first webhook comes, and notes each
webhook in DIRECTORY/arrived, or in DIRECTORY/refused if its signature does not hold.
"""
import hashlib
import http.server
import json
import os
import sys
import threading

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

directory = sys.argv[1]
lock = threading.Lock()


def note(name: str, record: dict) -> None:
    with lock, open(os.path.join(directory, name), "a", encoding="utf-8") as file:
        file.write(json.dumps(record) + "\n")


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        status = 204
        try:
            with open(os.path.join(directory, "secret"), encoding="utf-8") as file:
                secret = file.read()
            event = Webhook(secret).verify(body, headers)
            # A check that says yes to everything would prove nothing.
            try:
                Webhook(secret).verify(body + b" ", headers)
                raise ValueError("a forged body was taken for good")
            except WebhookVerificationError:
                pass
            data = event["data"]
            note("arrived", {
                "id": headers["webhook-id"], "type": event["type"], "agreement": data.get("agreement_id", ""),
                "seq": data["seq"], "agreement_seq": data.get("agreement_seq", 0),
                "digest": hashlib.sha256(body).hexdigest(),
            })
        except Exception as error:  # whatever is wrong with it, it is not good
            note("refused", {"error": repr(error), "id": headers.get("webhook-id", "")})
            status = 400
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
with open(os.path.join(directory, "port.new"), "w", encoding="utf-8") as file:
    file.write(str(server.server_port))
os.rename(os.path.join(directory, "port.new"), os.path.join(directory, "port"))
server.serve_forever()
