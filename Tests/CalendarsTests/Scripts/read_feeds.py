"""Reads iCalendar feeds as the public library icalendar does, and prints what it found as JSON: read_feeds.py FOLDER ZONE.

The zone is the reader's own: the local time of the process, and what alarms are reckoned in. Whatever the library finds
wrong becomes a fault of its feed.
"""
import datetime
import json
import os
import sys
import time
from pathlib import Path

folder, zone = Path(sys.argv[1]), sys.argv[2]
os.environ["TZ"] = zone
time.tzset()

from icalendar import Alarms, Calendar  # noqa: E402
from icalendar.parser import Contentline, Contentlines  # noqa: E402
from icalendar.prop import vBroken, vText  # noqa: E402


def faults(calendar, written):
    found = []
    for line in Contentlines.from_ical(written):
        if line:
            try:
                Contentline(line, strict=True).parts()
            except ValueError as error:
                found.append(f"strictly: {error}")
    for component in calendar.walk():
        found += [f"{component.name}: {error}" for error in component.errors]
        for name, value in component.property_items(recursive=False):
            if isinstance(value, vBroken):
                found.append(f"{component.name}: {name} is broken: {value}")
    return found


def plain(value):
    """The date and nothing more: a time, in whatever zone, is none."""
    return value.isoformat() if type(value) is datetime.date else f"no date: {value!r}"


def local(moment):
    return moment.astimezone().strftime("%Y-%m-%dT%H:%M:%S")


def entry(event):
    alarms = Alarms(event)
    alarms.set_local_timezone(zone)
    categories = event.get("CATEGORIES")
    return {
        "uid": str(event["UID"]), "sequence": event.sequence, "start": plain(event.start), "end": plain(event.end),
        "decoded": [plain(event.decoded("DTSTART")), plain(event.decoded("DTEND"))],
        "summary": str(event["SUMMARY"]), "description": str(event["DESCRIPTION"]) if "DESCRIPTION" in event else None,
        "url": str(event["URL"]) if "URL" in event else None, "status": str(event["STATUS"]),
        "categories": [str(category) for category in categories.cats] if categories is not None else [],
        "stamp": event.DTSTAMP.strftime("%Y-%m-%dT%H:%M:%S") + event.DTSTAMP.strftime("%z"),
        "modified": event.last_modified.strftime("%Y-%m-%dT%H:%M:%S") + event.last_modified.strftime("%z"),
        "alarms": [local(alarm.trigger) for alarm in alarms.times],
        "alarmTexts": [str(alarm["DESCRIPTION"]) for alarm in event.walk("VALARM")],
    }


def text(value):
    """NAME and X-WR-CALNAME are of no type that the library knows, so that it may give them as they are written."""
    return str(value) if isinstance(value, vText) else str(Contentline(f"SUMMARY:{value}").parts()[2])


def feed(path):
    written = path.read_bytes().decode("utf-8")
    calendar = Calendar.from_ical(written)
    refresh = calendar["REFRESH-INTERVAL"]
    return {
        "faults": faults(calendar, written), "name": text(calendar["NAME"]), "oldName": text(calendar["X-WR-CALNAME"]),
        "description": str(calendar["DESCRIPTION"]) if "DESCRIPTION" in calendar else None,
        "refreshHours": refresh.dt.total_seconds() / 3600, "components": len(calendar.subcomponents),
        "entries": [entry(event) for event in calendar.walk("VEVENT")],
    }


json.dump({path.name: feed(path) for path in sorted(folder.glob("*.ics"))}, sys.stdout)
