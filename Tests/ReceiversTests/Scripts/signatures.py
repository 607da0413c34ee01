"""Says for each public library what it makes of a signed request on standard input (see message.py): ok or refused.

The key, whsec_ or whpk_, is in WEBHOOK_KEY; WEBHOOK_NOW stands in for the clock, in seconds since 1970.
"""
import base64
import datetime
import os

import standardwebhooks.webhooks
import svix.webhooks
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

import message

now = float(os.environ.get("WEBHOOK_NOW") or datetime.datetime.now().timestamp())


class Clock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(now, tz)


# Both read the clock under this name.
standardwebhooks.webhooks.datetime = Clock


def ed25519(key: str, body: bytes, headers: dict[str, str]) -> None:
    """What no library does yet: version v1a of Standard Webhooks, on the primitive of `cryptography`."""
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key.removeprefix("whpk_")))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    if abs(now - float(headers["webhook-timestamp"])) > 300:
        raise ValueError("out of time")
    for item in headers["webhook-signature"].split(" "):
        version, _, signature = item.partition(",")
        try:
            if version == "v1a":
                return public.verify(base64.b64decode(signature), signed)
        except InvalidSignature:
            pass
    raise ValueError("no signature fits")


key = os.environ["WEBHOOK_KEY"]
headers, body = message.read()
if key.startswith("whpk_"):
    libraries = {"cryptography": lambda: ed25519(key, body, headers)}
else:
    libraries = {
        "standardwebhooks": lambda: standardwebhooks.webhooks.Webhook(key).verify(body, headers),
        "svix": lambda: svix.webhooks.Webhook(key).verify(body, headers),
    }
for name, verify in libraries.items():
    try:
        verify()
        print(name, "ok")
    except Exception as error:  # whatever it says, the request is not taken
        print(name, "refused:", error)
