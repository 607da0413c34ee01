"""A daemon under measurement: its API, its processor time and memory, its record on disk."""
import http.client
import json
import os
import signal
import sqlite3
import sys
import threading
import time
from contextlib import closing
from typing import Any


class Daemon:
    def __init__(self, work: str, port: int, token: str) -> None:
        self.port, self.state = port, f"{work}/state"
        self.headers = {"Authorization": f"Bearer {token}"}
        self.process = Process(f"{work}/daemon")
        self.etags: dict[int, str] = {}

    def call(
        self, connection: http.client.HTTPConnection, method: str, path: str, body: Any = None, **headers: str
    ) -> tuple[http.client.HTTPResponse, Any]:
        text = None if body is None else json.dumps(body)
        connection.request(method, "/v1/" + path, text, self.headers | {k.replace("_", "-"): v for k, v in headers.items()})
        answer = connection.getresponse()
        content = answer.read()
        if answer.status >= 300:
            sys.exit(f"{method} {path}: {answer.status} {content.decode()}")
        return answer, json.loads(content) if content else None

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port)

    def add_endpoints(self, urls: list[str], **wish: Any) -> list[str]:
        """Makes endpoints that want notes; returns their names, in the order of the addresses."""
        connection = self.connect()
        wish = {"events": ["note.added"], "allow": ["127.0.0.0/8"]} | wish
        return [self.call(connection, "POST", "webhook-endpoints", wish | {"url": url})[1]["id"] for url in urls]

    def switch(self, endpoints: list[str], enabled: bool) -> None:
        connection = self.connect()
        for endpoint in endpoints:
            self.call(connection, "PATCH", f"webhook-endpoints/{endpoint}", {"enabled": enabled})

    def enter_notes(self, count: int, agreements: int, rate: float | None = None, clients: int = 4) -> None:
        """Enters notes of such a size that a delivery is a KiB, in turn in each agreement.

        With a rate each has its moment, and one that is late does not move those after it.
        """
        began = time.monotonic()

        def enter(first: int) -> None:
            connection = self.connect()
            for number in range(first, count, clients):
                if rate is not None:
                    time.sleep(max(0, began + number / rate - time.monotonic()))
                which = number % agreements
                path = f"agreements/bench-{which}"
                etag = self.etags.get(which) or self.call(connection, "GET", path)[0].headers["ETag"]
                answer, _ = self.call(connection, "POST", path + "/notes", {"text": "catatan " * 92}, If_Match=etag)
                self.etags[which] = answer.headers["ETag"]

        # An agreement belongs to one client, or two would not know of each other's versions.
        assert agreements % clients == 0
        threads = [threading.Thread(target=enter, args=(first,)) for first in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def query(self, sql: str, *arguments: Any) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"{self.state}/pksd.sqlite", timeout=10)) as database, database:
            return database.execute(sql, arguments).fetchall()

    def multiply(self, endpoint: str, copies: int) -> None:
        """Puts copies behind what an endpoint is to be sent: cheaper than as many events. It must be switched off."""
        with closing(sqlite3.connect(f"{self.state}/pksd.sqlite", timeout=10)) as database, database:
            columns = [row[1] for row in database.execute("PRAGMA table_info(delivery)")]
            new = {"id": "id || '_' || n", "event_id": "event_id || '_' || n", "seq": "seq + n * 1000000"}
            database.execute(
                "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?) "
                f"INSERT INTO delivery ({', '.join(columns)}) SELECT {', '.join(new.get(c, c) for c in columns)} "
                "FROM delivery, number WHERE endpoint = ? AND state = 'held'", (copies, endpoint))

    def left(self) -> dict[str, int]:
        return dict(self.query("SELECT state, count(*) FROM delivery GROUP BY state"))


class Process:
    def __init__(self, pid_file: str) -> None:
        with open(pid_file) as file:
            self.pid = int(file.read())

    def cpu(self) -> float:
        """Seconds of processor time so far, of all threads."""
        with open(f"/proc/{self.pid}/stat") as file:
            user, system = file.read().rsplit(")", 1)[1].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> tuple[float, float]:
        """What it has now and the most it has had, in MB."""
        with open(f"/proc/{self.pid}/status") as file:
            lines = dict(line.split(":", 1) for line in file)
        return int(lines["VmRSS"].split()[0]) / 1024, int(lines["VmHWM"].split()[0]) / 1024

    def stop(self) -> None:
        """Asks it to end, and waits until it has."""
        os.kill(self.pid, signal.SIGTERM)
        while self.runs:
            time.sleep(0.02)

    @property
    def runs(self) -> bool:
        try:
            with open(f"/proc/{self.pid}/stat") as file:
                return file.read().rsplit(")", 1)[1].split()[0] != "Z"
        except FileNotFoundError:
            return False
