"""Reading a record's time: ISO 8601 text, epoch numbers or datetimes, to microseconds UTC or unknown."""

import re
from datetime import UTC, date, datetime, time, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)
CLOCK_TOLERANCE = timedelta(days=1)  # naive local times may be up to 14 hours ahead of UTC
_NUMBER = re.compile(r"\d{9,19}(\.\d+)?")
_ZULU = ("Z", "+00:00", " UTC")


def microseconds(moment: datetime) -> int:
    """Return whole microseconds since 1970 UTC; a naive moment is taken as UTC."""
    delta = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - EPOCH
    return (delta.days * 86_400 + delta.seconds) * 1_000_000 + delta.microseconds


def latest_time(now: datetime | None = None) -> int:
    """Return the microseconds after which a time is in the future: the clock plus a day, at most 2100."""
    clock = now or datetime.now(UTC)
    return min(microseconds(clock + CLOCK_TOLERANCE), microseconds(LATEST))


def read_time(value: object, latest: int, repairs: list[str]) -> int | None:
    """Return microseconds since 1970 UTC, or None when the time is absent, unreadable or after `latest`.

    What had to be repaired or given up is appended to `repairs`.
    """
    if isinstance(value, str):
        value = value.strip()
    if value is None or value == "":
        repairs.append("missing_created_at")
        return None
    try:
        micros = _parse(value, repairs)
    except (ValueError, OverflowError):
        micros = 0
    if micros <= 0:
        repairs.append("bad_timestamp")
        return None
    if micros > latest:
        repairs.append("future_timestamp")
        return None
    return micros


def _parse(value: object, repairs: list[str]) -> int:
    if isinstance(value, str):
        if _NUMBER.fullmatch(value):
            return _epoch(float(value) if "." in value else int(value), repairs)
        value = value.upper()  # RFC 3339 allows small letters
        moment = datetime.fromisoformat(value[:-4] + "+00:00" if value.endswith(" UTC") else value)
        if moment.tzinfo is not None and not value.endswith(_ZULU):
            repairs.append("offset_timestamp")
    elif isinstance(value, datetime):
        moment = value
    elif isinstance(value, date):
        moment = datetime.combine(value, time())
    elif isinstance(value, int | float) and not isinstance(value, bool):
        return _epoch(value, repairs)
    else:
        raise ValueError
    if moment.tzinfo is None:
        repairs.append("naive_timestamp")
    return microseconds(moment)


def _epoch(value: int | float, repairs: list[str]) -> int:
    """Seconds, milliseconds, microseconds or nanoseconds, told apart by size (each until the year 5138)."""
    if not value > 0:
        raise ValueError
    for limit, scale in ((1e11, 1e6), (1e14, 1e3), (1e17, 1.0), (1e20, 1e-3)):
        if value < limit:
            repairs.append("epoch_timestamp")
            return value * int(scale) if isinstance(value, int) and scale >= 1 else round(value * scale)
    raise ValueError
