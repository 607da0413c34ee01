"""Reads a request as the other scripts take it: header lines, an empty line, and the bytes of the body."""
import sys


def read() -> tuple[dict[str, str], bytes]:
    head, _, body = sys.stdin.buffer.read().partition(b"\n\n")
    pairs = (line.split(":", 1) for line in head.decode("ascii").splitlines())
    return {name.lower(): value.strip() for name, value in pairs}, body
