"""Mail servers on 127.0.0.1 for the tests: for each manner read from standard input a port is opened and written out.

What a server of a port saw is in <folder>/<port>.jsonl, a line for each event. Ends with its standard input.
"""
import asyncio
import base64
import json
import logging
import socket
import ssl
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult

folder = Path(sys.argv[1])
logging.disable()
tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
tls.load_cert_chain(folder / "server.pem", folder / "server.key")


class Journal:
    def __init__(self, port):
        self.file = open(folder / f"{port}.jsonl", "a", encoding="utf-8")
        self.connections = 0

    def connect(self):
        self.connections += 1
        self.note("connect", connection=self.connections)
        return self.connections

    def note(self, event, **what):
        self.file.write(json.dumps({"event": event, **what}) + "\n")
        self.file.flush()


class Handler:
    """Decides by the local part of an address what becomes of it."""

    def __init__(self, journal):
        self.journal = journal

    async def handle_RCPT(self, server, session, envelope, address, options):
        match address.split("@")[0]:
            case "ditolak":
                return "550 5.1.1 Tidak ada kotak surat\x07 itu"
            case "nanti":
                return "451 4.7.1 Coba lagi nanti"
            case "tutup":
                server.transport.abort()
                return "421 tutup"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        sender = envelope.mail_from.split("@")[0]
        self.journal.note("data", sender=envelope.mail_from)
        match sender:
            case "lambat":
                await asyncio.sleep(0.3)
            case "gantung":
                await asyncio.sleep(3600)
            case "penuh":
                return "552 5.3.4 Terlalu besar"
        self.journal.note(
            "message", connection=server.number, sender=envelope.mail_from, recipients=envelope.rcpt_tos,
            message=base64.b64encode(envelope.content).decode(), user=session.auth_data or "",
            tls=session.ssl is not None or server.is_implicit)
        return "250 2.0.0 Diterima"


class Server(SMTP):
    def __init__(self, journal, is_implicit=False, **options):
        super().__init__(
            Handler(journal), hostname="surat.invalid", ident="surat", loop=asyncio.get_running_loop(),
            authenticator=self.authenticate, **options)
        self.journal, self.is_implicit = journal, is_implicit

    def connection_made(self, transport):
        if not hasattr(self, "number"):
            self.number = self.journal.connect()
        super().connection_made(transport)

    def authenticate(self, server, session, envelope, mechanism, data):
        self.journal.note("auth", mechanism=mechanism, tls=session.ssl is not None or self.is_implicit)
        if (data.login, data.password) == (b"pengirim", b"kata sandi"):
            return AuthResult(success=True, auth_data="pengirim")
        return AuthResult(success=False, handled=False)


PROTECTED = {"tls_context": tls, "require_starttls": True, "auth_required": True, "auth_require_tls": True}
PROPER = {
    "starttls": PROTECTED,
    "login": PROTECTED | {"auth_exclude_mechanism": ["PLAIN"]},
    "open": {"tls_context": tls, "require_starttls": True},
    "implicit": {"auth_required": True, "auth_require_tls": False, "is_implicit": True},
    "plain": {"auth_require_tls": False},
    "idle": {"auth_require_tls": False, "timeout": 0.2},
}


class Rude:
    """A server that says what it is told, whatever it hears."""

    def __init__(self, journal, manner):
        self.journal, self.manner = journal, manner

    async def serve(self, reader, writer):
        self.number = self.journal.connect()
        self.messages = 0
        try:
            await getattr(self, self.manner)(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        self.journal.note("closed")
        writer.close()

    async def lines(self, reader):
        while line := await reader.readline():
            self.journal.note("line", line=line.decode("latin-1").rstrip("\r\n"))
            yield line.split()[0].upper().decode("latin-1") if line.split() else ""

    async def converse(self, reader, writer, **answers):
        """Answers each verb as told, else like a server of good will without extensions."""
        writer.write(answers.get("greeting", "220 surat.invalid\r\n").encode("latin-1"))
        async for verb in self.lines(reader):
            answer = answers.get(verb, "250 OK\r\n")
            if answer is None:
                await writer.drain()
                await reader.read()
                return
            writer.write(answer.encode("latin-1"))

    async def stripped(self, reader, writer):
        await self.converse(reader, writer, EHLO="250-surat.invalid\r\n250 AUTH PLAIN LOGIN\r\n")

    async def ehloless(self, reader, writer):
        await self.converse(reader, writer, EHLO="502 Apa itu?\r\n")

    async def denying(self, reader, writer):
        await self.converse(
            reader, writer, EHLO="250-surat.invalid\r\n250 STARTTLS\r\n", STARTTLS="454 4.7.0 Tidak sekarang\r\n")

    async def injecting(self, reader, writer):
        await self.converse(
            reader, writer, EHLO="250-surat.invalid\r\n250 STARTTLS\r\n",
            STARTTLS="220 Silakan\r\n250-surat.invalid\r\n250 AUTH PLAIN\r\n235 OK\r\n250 OK\r\n250 OK\r\n354 Ya\r\n250 OK\r\n")

    async def closed(self, reader, writer):
        await self.converse(reader, writer, greeting="554 5.7.1 Tidak melayani\r\n", QUIT="221 Dah\r\n")

    async def lyrical(self, reader, writer):
        lines = "".join(f"554-\x1b[2J\x07\x00{'x' * 90}\u00ff\r\n" for _ in range(40))
        await self.converse(reader, writer, greeting=f"{lines}554 akhir\r\n", QUIT="221 Dah\r\n")

    async def lengthy(self, reader, writer):
        await self.converse(reader, writer, greeting=f"220 {'x' * 100_000}\r\n", MAIL="550 Tidak\r\n")

    async def stubborn(self, reader, writer):
        await self.converse(reader, writer, RCPT="550 Tidak\r\n", QUIT=None)

    async def silent(self, reader, writer):
        await self.converse(reader, writer, greeting="", EHLO=None)

    async def endless(self, reader, writer):
        await self.flood(writer, b"220-" + b"x" * 90 + b"\r\n")

    async def flooding(self, reader, writer):
        await self.flood(writer, b"x" * 65_536)

    async def flood(self, writer, piece):
        while True:
            writer.write(piece * 16)
            await writer.drain()

    async def hasty(self, reader, writer):
        await self.converse(reader, writer, MAIL="354 Kirim\r\n", QUIT="250 Diterima\r\n")

    async def dropping(self, reader, writer):
        writer.write(b"220 surat.invalid\r\n")
        async for verb in self.lines(reader):
            writer.write(b"354 Kirim\r\n" if verb == "DATA" else b"250 OK\r\n")
            if verb == "DATA":
                await reader.readexactly(1_000)
                writer.transport.abort()
                return

    async def mute(self, reader, writer):
        """Takes the message and goes without a word."""
        await self.take(reader, writer, reply=None)

    async def brief(self, reader, writer):
        """Takes one message for each connection and answers the next MAIL with 421."""
        await self.take(reader, writer, reply=b"250 Diterima\r\n")

    async def unparting(self, reader, writer):
        """Takes messages and ignores a goodbye."""
        await self.take(reader, writer, reply=b"250 Diterima\r\n")

    async def take(self, reader, writer, reply):
        writer.write(b"220 surat.invalid\r\n")
        async for verb in self.lines(reader):
            if verb == "QUIT":
                await reader.read()
                return
            if verb == "MAIL" and self.messages:
                writer.write(b"421 Cukup\r\n")
                return
            writer.write(b"354 Kirim\r\n" if verb == "DATA" else b"250 OK\r\n")
            if verb == "DATA":
                await reader.readuntil(b"\r\n.\r\n")
                if reply is None:
                    return
                self.messages += 1
                self.journal.note("message", connection=self.number, sender="", recipients=[], message="", user="", tls=False)
                writer.write(reply)


async def open_port(manner):
    listener = socket.create_server(("127.0.0.1", 0), backlog=1_024)
    port = listener.getsockname()[1]
    journal = Journal(port)
    if options := PROPER.get(manner):
        await asyncio.get_running_loop().create_server(
            lambda: Server(journal, **options), sock=listener, ssl=tls if manner == "implicit" else None)
    else:
        await asyncio.start_server(lambda r, w: Rude(journal, manner).serve(r, w), sock=listener)
    return port


async def main():
    loop = asyncio.get_running_loop()
    while manner := (await loop.run_in_executor(None, sys.stdin.readline)).strip():
        print(await open_port(manner), flush=True)


asyncio.run(main())
