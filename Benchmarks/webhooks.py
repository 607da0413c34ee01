"""The measurements of `Benchmarks/webhooks`, which starts the daemon and the sink for them."""
import os
import re
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from datetime import datetime

from daemon import Daemon
from sink import Request, Sink

AGREEMENTS = 200


def main() -> None:
    what, work, port, token, size = sys.argv[1:]
    daemon, sink = Daemon(work, int(port), token), Sink(work)
    print(f"{what}: {os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}, {fsync(work)}")
    measures = {
        "https": (https, 1_000), "wrk": (beside_wrk, 20_000), "latency": (latency, 1_000), "order": (order, 100_000),
        "endpoints": (many_endpoints, 100), "tarpit": (tarpit, 20)}
    measure, usual = measures[what]
    number = int(size) if size else usual
    agreements = order_agreements(number) if what == "order" else AGREEMENTS
    subprocess.run([sys.executable, "Benchmarks/create.py", port, token, str(agreements)], check=True)
    measure(daemon, sink, number)
    print(f"load average afterwards {os.getloadavg()[0]:.1f}")


# MARK: Measurements

def https(daemon: Daemon, sink: Sink, events: int) -> None:
    endpoints = daemon.add_endpoints(tls_urls(daemon, 50), ca=authority(daemon), enabled=False)
    enter_notes(daemon, events)
    show_rate(daemon, sink, endpoints, events * len(endpoints))
    totals, reused = attempts(daemon)
    print(f"a request, as the daemon saw it: {percentiles(totals)}; connections reused {reused:.2%}")


def beside_wrk(daemon: Daemon, sink: Sink, deliveries: int) -> None:
    copies = 100
    sinks = {"answers once it has the request": "/", "passes the body on first": "/read/"}
    enter_notes(daemon, 0)
    for name, path in sinks.items():
        url = f"http://127.0.0.1:{daemon.port + 1}{path}"
        one = daemon.add_endpoints([url + "one"], in_flight=32, enabled=False)
        many = daemon.add_endpoints([f"{url}{n}" for n in range(32)], in_flight=1, enabled=False)
        # Each note is for all of them; the one has as much to get as the many together.
        enter_notes(daemon, deliveries // copies)
        daemon.multiply(one[0], copies - 1)
        for endpoint in many:
            daemon.multiply(endpoint, copies // 32)
        print(f"-- a sink that {name}")
        rates = [wrk(sink, url)]
        own = [show_rate(daemon, sink, one, deliveries)]
        rates.append(wrk(sink, url))
        own.append(show_rate(daemon, sink, many, deliveries // copies * (copies // 32 + 1) * 32))
        rates.append(wrk(sink, url))
        mean = statistics.mean(rates)
        print(f"wrk, 32 connections: {', '.join(f'{rate:.0f}/s' for rate in rates)}")
        print(f"of that rate: one endpoint, 32 in flight {own[0] / mean:.0%}; 32 endpoints, one each {own[1] / mean:.0%}")
        for endpoint in one + many:
            daemon.call(daemon.connect(), "DELETE", f"webhook-endpoints/{endpoint}")


def latency(daemon: Daemon, sink: Sink, rate: int, seconds: int = 20) -> None:
    endpoints = daemon.add_endpoints(tls_urls(daemon, 50), ca=authority(daemon))
    steadily(daemon, sink, len(endpoints), rate / len(endpoints), 3)
    cpu, began = daemon.process.cpu(), time.monotonic()
    times = steadily(daemon, sink, len(endpoints), rate / len(endpoints), seconds)
    cpu, took = daemon.process.cpu() - cpu, time.monotonic() - began
    print(f"{rate} deliveries/s to 50 endpoints over TLS, each event to all: {percentiles(times)}")
    print(f"daemon: {cpu / took:.0%} of a core")


def order(daemon: Daemon, sink: Sink, deliveries: int) -> None:
    patience = float(os.environ.get("PATIENCE", 45))
    urls = [f"http://127.0.0.1:{daemon.port + 1}/fails/{n}" for n in range(50)]
    agreements = order_agreements(deliveries)
    events = deliveries // len(urls)
    endpoints = daemon.add_endpoints(urls, enabled=False)
    began = time.monotonic()
    enter_notes(daemon, events, agreements)
    print(f"{events} events entered in {time.monotonic() - began:.1f} s")
    daemon.switch(endpoints, True)
    requests = sink.await_deliveries(deliveries, patience)
    # What goes on after this is not in the log that is judged.
    daemon.process.stop()
    time.sleep(0.2)
    requests += sink.read()
    check_order(daemon, requests, events * len(urls))


def check_order(daemon: Daemon, requests: list[Request], expected: int) -> None:
    places = {
        event: (agreement, seq) for event, agreement, seq in daemon.query(
            "SELECT json_extract(body, '$.id'), subject, subject_seq FROM event WHERE type = 'note.added'")}
    last: dict[tuple[str, str], int] = defaultdict(int)
    arrived: Counter[tuple[str, str]] = Counter()
    inversions = 0
    for request in requests:
        if not request.succeeded:
            continue
        arrived[request.endpoint, request.event] += 1
        if arrived[request.endpoint, request.event] > 1:
            continue
        agreement, seq = places[request.event]
        inversions += seq < last[request.endpoint, agreement]
        last[request.endpoint, agreement] = max(seq, last[request.endpoint, agreement])
    left = daemon.left()
    waiting = sum(count for state, count in left.items() if state in ("waiting", "pending", "in_flight"))
    failures = sum(not request.succeeded for request in requests)
    took = requests[-1].answered - requests[0].first_byte
    print(f"{len(requests)} requests in {took:.0f} s, {failures / len(requests):.1%} of them refused; "
          f"{len(arrived)} of {expected} delivered, {waiting} still to come")
    lost = expected - len(arrived) - waiting
    print(f"inversions {inversions}, lost {lost}, twice {sum(arrived.values()) - len(arrived)}")


def many_endpoints(daemon: Daemon, sink: Sink, events: int) -> None:
    print(f"memory with no endpoint: {daemon.process.memory()[0]:.0f} MB")
    endpoints = daemon.add_endpoints(tls_urls(daemon, 500), ca=authority(daemon), enabled=False)
    print(f"memory with 500: {daemon.process.memory()[0]:.0f} MB")
    enter_notes(daemon, events)
    show_rate(daemon, sink, endpoints, events * len(endpoints), seconds=75)
    print("memory after that: {:.0f} MB, {:.0f} MB at most".format(*daemon.process.memory()))
    opened = attempts(daemon)[1]
    # All are connected to by now.
    enter_notes(daemon, 10)
    requests = sink.await_deliveries(10 * len(endpoints), 30)
    print(f"reused: {opened:.2%} from the start; of 5,000 more "
          f"{1 - sum(r.opened_connection for r in requests) / len(requests):.2%}")


def tarpit(daemon: Daemon, sink: Sink, rate: int, seconds: int = 12) -> None:
    endpoints = daemon.add_endpoints([f"http://127.0.0.1:{daemon.port + 1}/{n}" for n in range(20)])
    steadily(daemon, sink, len(endpoints), rate, 2)

    def felt(name: str) -> float:
        times = steadily(daemon, sink, len(endpoints), rate, seconds)
        print(f"{name:<44} {percentiles(times)}")
        return percentile(times, 99)

    alone = [felt("20 endpoints alone")]
    disturbed: dict[str, float] = {}
    for name, url in [
        ("beside one that never answers", silent_receiver()),
        ("beside a name whose servers never answer", silent_name_server()),
    ]:
        bad = daemon.add_endpoints([url], enabled=False, timeout_seconds=30)
        enter_notes(daemon, 200)
        daemon.multiply(bad[0], 50)
        sink.await_deliveries(200 * len(endpoints), 30)
        daemon.switch(bad, True)
        disturbed[name] = felt(name)
        tried = daemon.query("SELECT count(*) FROM attempt JOIN delivery ON id = delivery WHERE endpoint = ?", bad[0])
        left = daemon.query("SELECT count(*) FROM delivery WHERE endpoint = ? AND state <> 'delivered'", bad[0])
        print(f"{'':<44} {left[0][0]} pending there, {tried[0][0]} attempts begun")
        daemon.call(daemon.connect(), "DELETE", f"webhook-endpoints/{bad[0]}")
        alone.append(felt("20 endpoints alone"))
    for name, p99 in disturbed.items():
        print(f"{name}: p99 {p99 - statistics.mean(alone):+.1f} ms")


# MARK: Parts of them

def tls_urls(daemon: Daemon, count: int) -> list[str]:
    return [f"https://127.0.{n // 250}.{n % 250 + 1}:{daemon.port + 2}/" for n in range(count)]


def authority(daemon: Daemon) -> str:
    with open(f"{daemon.state}/../ca.pem") as file:
        return file.read()


def order_agreements(deliveries: int) -> int:
    """So many that an agreement has no more than some forty notes; a multiple of the clients."""
    return max(AGREEMENTS, deliveries // 8_000 * 4)


def enter_notes(daemon: Daemon, count: int, agreements: int = AGREEMENTS) -> None:
    daemon.enter_notes(count, agreements)


def show_rate(daemon: Daemon, sink: Sink, endpoints: list[str], count: int, seconds: float = 60) -> float:
    """Switches endpoints on that have something waiting, and says how it went out: of all of it, and of the middle."""
    sink.skip()
    cpu, sink_cpu = daemon.process.cpu(), sink.process.cpu()
    daemon.switch(endpoints, True)
    requests = sink.await_deliveries(count, seconds)
    cpu, sink_cpu = daemon.process.cpu() - cpu, sink.process.cpu() - sink_cpu
    answered = sorted(request.answered for request in requests)
    took = answered[-1] - min(request.first_byte for request in requests)
    middle = answered[len(answered) // 10:len(answered) * 9 // 10]
    rate = len(middle) / (middle[-1] - middle[0])
    print(f"{len(requests)} of {count} deliveries in {took:.1f} s: {len(requests) / took:.0f}/s, "
          f"in the middle {rate:.0f}/s; {payload(daemon)} bytes each")
    print(f"a delivery: {cpu / len(requests) * 1e6:.0f} µs of processor time in the daemon, "
          f"{sink_cpu / len(requests) * 1e6:.0f} µs in nginx")
    print(f"connections: {sum(r.opened_connection for r in requests)} opened, "
          f"{1 - sum(r.opened_connection for r in requests) / len(requests):.2%} of the requests over one that was open")
    return len(requests) / took


def steadily(daemon: Daemon, sink: Sink, endpoints: int, rate: float, seconds: int) -> list[float]:
    """Enters notes at a steady rate; returns how long each took from when it was recorded to its first byte, in ms."""
    last = daemon.query("SELECT max(seq) FROM event")[0][0]
    sink.skip()
    count = int(rate * seconds)
    daemon.enter_notes(count, AGREEMENTS, rate)
    requests = sink.await_deliveries(count * endpoints, 10)
    recorded = {event: datetime.fromisoformat(at).timestamp() for event, at in daemon.query(
        "SELECT json_extract(body, '$.id'), json_extract(body, '$.recorded_at') FROM event WHERE seq > ?", last)}
    if len(requests) < count * endpoints:
        print(f"only {len(requests)} of {count * endpoints} came")
    return [(request.first_byte - recorded[request.event]) * 1_000 for request in requests if request.event in recorded]


def wrk(sink: Sink, url: str) -> float:
    output = subprocess.run(
        ["wrk", "-t1", "-c32", "-d5s", "-s", "Benchmarks/webhook.lua", url], check=True, capture_output=True, text=True
    ).stdout
    assert "Non-2xx" not in output, output
    return float(re.findall(r"Requests/sec:\s+([\d.]+)", output)[0])


def silent_receiver() -> str:
    """Accepts, reads and never answers."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=1_024)
    held: list[socket.socket] = []

    def accept() -> None:
        while True:
            held.append(listener.accept()[0])

    threading.Thread(target=accept, daemon=True).start()
    return f"http://127.0.0.1:{listener.getsockname()[1]}/"


deaf: list[socket.socket] = []


def silent_name_server() -> str:
    """The daemon's only name server, see `Benchmarks/webhooks`, hears the question and says nothing."""
    try:
        deaf.append(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        deaf[0].bind(("127.0.0.53", 53))
    except PermissionError:
        print("without root nobody listens for names: the question is refused at once")
    return "https://something.invalid/"


def attempts(daemon: Daemon) -> tuple[list[float], float]:
    """How long the attempts took by the daemon's own account, in ms, and which share had an open connection."""
    rows = daemon.query(
        "SELECT json_extract(timings, '$.total'), json_extract(timings, '$.reused') FROM attempt WHERE timings IS NOT NULL")
    return [row[0] for row in rows], sum(row[1] for row in rows) / len(rows)


def payload(daemon: Daemon) -> int:
    return daemon.query("SELECT length(payload) FROM delivery LIMIT 1")[0][0]


def percentile(values: list[float], percent: int) -> float:
    values = sorted(values)
    return values[min(len(values) - 1, len(values) * percent // 100)]


def percentiles(values: list[float]) -> str:
    return f"p50 {percentile(values, 50):.1f} ms, p99 {percentile(values, 99):.1f} ms, max {max(values):.1f} ms"


def fsync(work: str) -> str:
    """How long a page takes that is forced to the disk: the tail of this is the tail of every commit."""
    times: list[float] = []
    with open(f"{work}/fsync", "wb", buffering=0) as file:
        for _ in range(1_000):
            began = time.perf_counter()
            file.write(bytes(4_096))
            os.fdatasync(file.fileno())
            times.append((time.perf_counter() - began) * 1_000)
    return f"a page forced to disk: {percentiles(times)}"


main()
