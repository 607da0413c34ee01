"""Reads messages with Python's own email package and says what is not as it was meant.

The file has one JSON object a line: the message in base64, and what it should say. One line is printed for each problem,
"number<TAB>problem", and at the end "read<TAB>count".
"""
import base64
import html.parser
import json
import re
import sys
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import compat32, default

HEADERS = [
    "date", "from", "to", "message-id", "subject", "mime-version", "content-type", "content-language", "auto-submitted",
]
ALLOWED = {
    "html": {"lang", "style"}, "head": set(), "meta": {"charset", "name", "content"}, "title": set(), "body": {"style"},
    "div": {"style"}, "p": {"style"}, "h1": {"style"}, "h2": {"style"}, "h3": {"style"}, "b": set(), "bdi": set(),
    "br": set(), "a": {"href"},
}


class Page(html.parser.HTMLParser):
    """Everything that a browser would do with the page beyond showing words."""

    def __init__(self, links):
        super().__init__(convert_charrefs=True)
        self.links, self.problems, self.open, self.words = links, [], [], []

    def handle_starttag(self, tag, attributes):
        if tag not in ALLOWED:
            self.problems.append(f"element {tag}")
        for name, value in attributes:
            if name not in ALLOWED.get(tag, ()):
                self.problems.append(f"attribute {name} of {tag}")
            if name == "href" and not value.startswith(self.links):
                self.problems.append(f"link to {value}")
            if name == "style" and ("url(" in value or "@" in value):
                self.problems.append(f"style {value}")
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"end of {tag}")

    def handle_comment(self, data):
        self.problems.append("comment")

    def handle_data(self, data):
        if self.open and self.open[-1] != "title":
            self.words.append(data)


def raw_problems(raw):
    if not raw.isascii():
        yield "a byte above 127"
    if any(byte < 32 and byte not in (9, 10, 13) for byte in raw):
        yield "a control character"
    if re.search(rb"\r(?!\n)|(?<!\r)\n", raw):
        yield "a line end other than CRLF"
    if not raw.endswith(b"\r\n"):
        yield "no line end at the end"
    head, _, _ = raw.partition(b"\r\n\r\n")
    in_head = True
    for line in raw.split(b"\r\n"):
        in_head = in_head and line != b""
        one_word = in_head and b" " not in line.removeprefix(b" ")
        if len(line) > (998 if one_word else 76):
            yield f"a line of {len(line)}"
        if not in_head and line.startswith((b".", b"From ")):
            yield "a line that others take for a mark"
    for word in re.findall(rb"=\?[^ \r\n]*\?=", head):
        if len(word) > 75:
            yield f"an encoded word of {len(word)}"
        [(value, charset)] = decode_header(word.decode())
        if charset != "utf-8":
            yield f"an encoded word in {charset}"
        try:
            value.decode("utf-8")
        except (UnicodeDecodeError, AttributeError):
            yield f"an encoded word that ends inside a character: {word}"


def problems(case):
    raw = base64.b64decode(case["message"])
    yield from raw_problems(raw)
    message = message_from_bytes(raw, policy=default)
    names = HEADERS + (["list-unsubscribe"] if case["unsubscribe"] else [])
    names += ["list-unsubscribe-post"] if case["one_click"] else []
    if [name.lower() for name in message.keys()] != names:
        yield f"headers {message.keys()}"
        return
    for part in message.walk():
        if part.defects:
            yield f"defects {part.defects}"
        for name, value in part.items():
            if value.defects:
                yield f"defects of {name}: {value.defects}: {value!r}"

    def expect(name, found, wanted):
        if found != wanted:
            yield f"{name} is {found!r}, not {wanted!r}"

    plain = message_from_bytes(raw, policy=compat32)

    def name_in(header):
        # The newer parser of Python 3.11 puts a space between two encoded words of a name; RFC 2047 (6.2) wants none.
        name, _, _ = plain[header].replace("\r\n", "").rpartition("<")
        return str(make_header(decode_header(name.strip(" "))))

    yield from expect("subject", str(message["subject"]), case["subject"])
    [sender] = message["from"].addresses
    yield from expect("from", (name_in("from"), sender.addr_spec), (case["from_name"], case["from"]))
    if case["to"] is None:
        yield from expect("to", message["to"].addresses, ())
    else:
        [receiver] = message["to"].addresses
        yield from expect("to", (name_in("to"), receiver.addr_spec), (case["to_name"], case["to"]))
    yield from expect("message-id", str(message["message-id"]).strip(" "), case["message_id"])
    yield from expect("date", message["date"].datetime.timestamp(), case["date"])
    yield from expect("zone", message["date"].datetime.utcoffset().total_seconds(), case["offset"])
    yield from expect("weekday", str(message["date"]), message["date"].datetime.strftime("%a, %d %b %Y %H:%M:%S %z"))
    yield from expect("mime-version", str(message["mime-version"]), "1.0")
    yield from expect("content-language", str(message["content-language"]), case["language"])
    yield from expect("auto-submitted", str(message["auto-submitted"]), "auto-generated")
    if case["unsubscribe"]:
        yield from expect("list-unsubscribe", str(message["list-unsubscribe"]).strip(" "), f"<{case['unsubscribe']}>")
    if case["one_click"]:
        yield from expect("post", str(message["list-unsubscribe-post"]), "List-Unsubscribe=One-Click")
    yield from expect("type", message.get_content_type(), "multipart/alternative")
    parts = list(message.iter_parts())
    yield from expect("parts", [part.get_content_type() for part in parts], ["text/plain", "text/html"])
    for part, key in zip(parts, ("text", "html")):
        yield from expect("charset", part.get_content_charset(), "utf-8")
        yield from expect("encoding", part["content-transfer-encoding"].cte, "quoted-printable")
        yield from expect("headers of a part", part.keys(), ["Content-Type", "Content-Transfer-Encoding"])
        yield from expect(key, part.get_content(), case[key].replace("\n", "\r\n"))
    page = Page(case["links"])
    page.feed(case["html"])
    page.close()
    yield from page.problems
    yield from expect("open elements", page.open, [])
    words = "".join(page.words)
    for words_wanted in case["words"]:
        if words_wanted not in words:
            yield f"the page lacks {words_wanted!r}"
        if words_wanted not in case["text"]:
            yield f"the text lacks {words_wanted!r}"


count = 0
with open(sys.argv[1], encoding="utf-8", newline="\n") as lines:
    for number, line in enumerate(lines):
        for problem in problems(json.loads(line)):
            print(f"{number}\t{problem!r}")
        count += 1
print(f"read\t{count}")
