"""Protects the time axis: no zone is guessed, no date rolls over, nothing lands in the far future."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.ingest.times import EPOCH, latest_time, microseconds, read_time

NOW = datetime(2026, 11, 1, tzinfo=UTC)
LATEST = latest_time(NOW)


def read(value: object) -> tuple[str | None, list[str]]:
    repairs: list[str] = []
    micros = read_time(value, LATEST, repairs)
    return None if micros is None else (EPOCH + timedelta(microseconds=micros)).isoformat(), repairs


@pytest.mark.parametrize(
    ("value", "moment", "repairs"),
    [
        ("2026-06-11T09:30:00Z", "2026-06-11T09:30:00+00:00", []),
        ("2026-06-11T09:30:00.123456Z", "2026-06-11T09:30:00.123456+00:00", []),
        ("2026-06-11T09:30:00.123456789Z", "2026-06-11T09:30:00.123456+00:00", []),
        ("2026-06-11 09:30:00 UTC", "2026-06-11T09:30:00+00:00", []),
        ("2026-06-11t09:30:00z", "2026-06-11T09:30:00+00:00", []),
        (" 2026-06-11T09:30:00Z\n", "2026-06-11T09:30:00+00:00", []),
        (" 1781170200 ", "2026-06-11T09:30:00+00:00", ["epoch_timestamp"]),
        ("  ", None, ["missing_created_at"]),
        ("2026-06-11 08:30:00", "2026-06-11T08:30:00+00:00", ["naive_timestamp"]),
        ("2026-06-11", "2026-06-11T00:00:00+00:00", ["naive_timestamp"]),
        ("2026-06-11T23:30:00-05:00", "2026-06-12T04:30:00+00:00", ["offset_timestamp"]),
        (1781170200, "2026-06-11T09:30:00+00:00", ["epoch_timestamp"]),
        (1781170200.5, "2026-06-11T09:30:00.500000+00:00", ["epoch_timestamp"]),
        (1781170200000, "2026-06-11T09:30:00+00:00", ["epoch_timestamp"]),
        (1781170200000000, "2026-06-11T09:30:00+00:00", ["epoch_timestamp"]),
        (1781170200000000000, "2026-06-11T09:30:00+00:00", ["epoch_timestamp"]),
        ("1781170200", "2026-06-11T09:30:00+00:00", ["epoch_timestamp"]),
        (datetime(2026, 6, 11, tzinfo=timezone(timedelta(hours=2))), "2026-06-10T22:00:00+00:00", []),
        (date(2026, 6, 11), "2026-06-11T00:00:00+00:00", ["naive_timestamp"]),
        (None, None, ["missing_created_at"]),
        ("", None, ["missing_created_at"]),
        ("yesterday", None, ["bad_timestamp"]),
        ("2026-06-31T12:00:00Z", None, ["bad_timestamp"]),
        ("2026-06-10T24:30:00Z", None, ["bad_timestamp"]),
        (0, None, ["bad_timestamp"]),
        (-5, None, ["bad_timestamp"]),
        (True, None, ["bad_timestamp"]),
        (10**30, None, ["bad_timestamp"]),
        (float("inf"), None, ["bad_timestamp"]),
        (float("nan"), None, ["bad_timestamp"]),
        (["2026"], None, ["bad_timestamp"]),
        ("2199-01-01T00:00:00Z", None, ["future_timestamp"]),
        ("2026-11-01T13:00:00Z", "2026-11-01T13:00:00+00:00", []),
        ("2026-11-03T00:00:00Z", None, ["future_timestamp"]),
    ],
)
def test_times(value: object, moment: str | None, repairs: list[str]) -> None:
    assert read(value) == (moment, repairs)


def test_no_clock_lets_the_year_2100_in() -> None:
    assert latest_time(datetime(2150, 1, 1, tzinfo=UTC)) == microseconds(datetime(2100, 1, 1, tzinfo=UTC))


moments = st.datetimes(datetime(1970, 1, 2), datetime(2026, 10, 1))
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(moments, offsets)
def test_every_way_to_write_a_moment_reads_as_that_moment(moment: datetime, offset: timezone) -> None:
    whole = moment.replace(microsecond=0, tzinfo=UTC)
    expected = whole.isoformat()
    assert read(whole.astimezone(offset).isoformat())[0] == expected
    assert read(whole.replace(tzinfo=None).isoformat(" "))[0] == expected
    assert read(whole)[0] == expected
    if whole.timestamp() >= 1e9:
        assert read(int(whole.timestamp()))[0] == read(int(whole.timestamp()) * 1000)[0] == expected
