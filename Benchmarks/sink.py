"""What reached the receivers: the access log of their nginx."""
import time
from typing import NamedTuple

from daemon import Process


class Request(NamedTuple):
    """Times are seconds of the wall clock, to the millisecond."""
    first_byte: float
    answered: float
    succeeded: bool
    opened_connection: bool
    endpoint: str
    event: str


class Sink:
    def __init__(self, work: str) -> None:
        self.log = open(f"{work}/access.log")
        self.process = Process(f"{work}/nginx")
        self.partial = ""

    def read(self) -> list[Request]:
        """The requests that were not read before, in the order they were answered."""
        lines = (self.partial + self.log.read()).split("\n")
        self.partial = lines.pop()
        return [Sink.parse(line) for line in lines]

    def skip(self) -> None:
        """Leaves out what has not been read yet."""
        time.sleep(0.2)
        self.log.seek(0, 2)
        self.partial = ""

    @staticmethod
    def parse(line: str) -> Request:
        at, took, status, number, endpoint, event = line.split(" ")
        return Request(
            float(at) - float(took), float(at), status.startswith("2"), number == "1", endpoint, event)

    def await_deliveries(self, count: int, seconds: float) -> list[Request]:
        """Reads until so many have succeeded; fewer if the time is over."""
        deadline = time.monotonic() + seconds
        requests: list[Request] = []
        succeeded = 0
        while succeeded < count and time.monotonic() < deadline:
            time.sleep(0.05)
            new = self.read()
            succeeded += sum(request.succeeded for request in new)
            requests += new
        return requests
