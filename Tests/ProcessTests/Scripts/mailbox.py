"""A mail server that asks for STARTTLS and a password, and writes down what it was given, one JSON line a mail.

mailbox.py DIRECTORY   (holds cert.pem and key.pem; writes `port` and `mails`)
"""

import asyncio
import email
import email.policy
import json
import os
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

directory = sys.argv[1]


class Mailbox:
    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        defects = list(message.defects)
        for part in message.walk():
            defects += part.defects
        line = {
            "to": envelope.rcpt_tos,
            "from": envelope.mail_from,
            "subject": message["Subject"],
            "id": message["Message-ID"],
            "unsubscribe": message["List-Unsubscribe"],
            "one_click": message["List-Unsubscribe-Post"],
            "text": message.get_body(("plain",)).get_content(),
            "html": message.get_body(("html",)).get_content(),
            "defects": [str(defect) for defect in defects],
            "tls": session.ssl is not None,
        }
        with open(os.path.join(directory, "mails"), "a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        return "250 taken"


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(success=(data.login, data.password) == (b"pksd", b"rahasia"))


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(os.path.join(directory, "cert.pem"), os.path.join(directory, "key.pem"))
controller = Controller(
    Mailbox(), hostname="127.0.0.1", port=0, tls_context=context, require_starttls=True, auth_required=True,
    authenticator=authenticate)
controller.port = 0


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(controller.factory, host="127.0.0.1", port=0)
    with open(os.path.join(directory, "port.new"), "w") as file:
        file.write(str(server.sockets[0].getsockname()[1]))
    os.rename(os.path.join(directory, "port.new"), os.path.join(directory, "port"))
    await server.serve_forever()


controller.loop = asyncio.new_event_loop()
asyncio.set_event_loop(controller.loop)
controller.loop.run_until_complete(main())
