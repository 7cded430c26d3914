"""The privacy budget: charges add up as they should, and none is lost, doubled, refunded or changed unnoticed."""

import json
import signal
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest
from dp_accounting.pld import common
from dp_accounting.pld import privacy_loss_distribution as pld
from hypothesis import given, settings
from hypothesis import strategies as st

from clio.errors import RunFailed, UserError
from clio.policies import POLICIES
from clio.privacy.charges import BudgetAccount, BudgetLedger, OverBudget, default_file
from clio.privacy.composing import (
    CONVERTED_AT,
    Charge,
    compose,
    releases,
    releases_a_year,
    runs_of_days,
    told_in_all,
    worst_day,
)
from clio.storage import SEAL, seal
from clio.stored_noise import Price, StoredNoise

START = date(2026, 6, 1)
NOW = datetime(2026, 11, 1, tzinfo=UTC)
TAGS = Price(2.0, 1e-6, 0.1, 1e-7)
PLAIN = Price(2.0, 1e-6)


def day(number: int) -> date:
    return START + timedelta(days=number)


def charged(
    price: Price, days=None, name: str = "tags-1", policy: str = "guarded", source: str = "s"
) -> Charge:
    return Charge(name, source, days, policy, *price, at=NOW)


small = st.floats(1e-3, 4)
deltas = st.sampled_from([1e-9, 1e-8, 5e-7, 1e-6])
prices = st.one_of(
    small.map(Price),
    st.builds(lambda e, d: Price(e, d), small, deltas),
    st.builds(lambda e, d, r: Price(e, d, r, d / 10), small, deltas, st.floats(1e-4, 2)),
    st.builds(lambda d, r: Price(None, d, r), deltas, st.floats(1e-4, 2)),
)
windows = st.one_of(
    st.none(), st.builds(lambda a, n: (day(a), day(a + n)), st.integers(0, 30), st.integers(0, 12))
)
charges = st.builds(charged, prices, windows)
histories = st.lists(charges, max_size=6)


# How charges add up


@given(histories, windows, st.randoms())
def test_the_order_of_charges_does_not_matter(history, window, random):
    other = list(history)
    random.shuffle(other)
    assert worst_day(other, window) == worst_day(history, window)


@given(histories, charges, windows)
def test_another_charge_never_lowers_what_was_spent(history, more, window):
    before, after = worst_day(history, window), worst_day([*history, more], window)
    assert after.epsilon >= before.epsilon * (1 - 1e-12)
    on_all = [compose(each).epsilon for each in (history, [*history, more])]
    assert on_all[1] >= on_all[0] * (1 - 1e-12)


@given(histories, charges, windows)
def test_a_charge_counts_for_its_own_days_and_no_other(history, more, window):
    before, after = worst_day(history, window), worst_day([*history, more], window)
    assert more.meets(window) or after == before


@given(prices, prices, st.integers(0, 5), st.integers(0, 5))
def test_disjoint_days_do_not_add_up(one, two, long, gap):
    first, second = (day(0), day(long)), (day(long + gap + 1), day(long + gap + 9))
    history = [charged(one, first), charged(two, second)]
    apart = [compose([charge]) for charge in history]
    assert worst_day(history, (day(0), day(60))) == max(apart)
    assert worst_day(history, None) == max(apart)
    assert [worst_day(history, days) for days in (first, second)] == apart


@given(histories, prices, windows)
def test_unknown_days_add_to_all(history, price, window):
    everywhere = (day(-1000), day(1000))
    unknown, known = ([*history, charged(price, days)] for days in (None, everywhere))
    assert worst_day(unknown, window) == worst_day(known, window)
    assert compose([charged(price)]).epsilon <= worst_day(unknown, window).epsilon * (1 + 1e-12)


@given(st.lists(prices, max_size=8))
def test_together_is_never_more_than_basic_composition(paid):
    stated = [charged(price) for price in paid if price.epsilon is not None]
    assert compose(stated).epsilon <= sum(charge.epsilon for charge in stated) * (1 + 1e-12)


@given(histories)
def test_runs_of_days_say_what_every_day_was_charged_with(history):
    runs = runs_of_days(history)
    for number in range(-2, 50):
        found = [own for days, own in runs if days is not None and days[0] <= day(number) <= days[1]]
        others = [own for days, own in runs if days is None]
        covering = [charge for charge in history if charge.covers(day(number))]
        assert len(found) <= 1
        assert (found or others or [[]])[0] == covering


def exact_epsilon(sigma: float, times: int, pure: float, delta: float) -> float:
    """ε of discrete Gaussian draws and as many of pure ε-DP, by numerical composition of privacy losses."""
    loss = pld.from_discrete_gaussian_mechanism(sigma, value_discretization_interval=1e-3)
    if pure:
        parameters = common.DifferentialPrivacyParameters(pure, 0)
        loss = loss.compose(pld.from_privacy_parameters(parameters, value_discretization_interval=1e-3))
    return loss.self_compose(times).get_epsilon_for_delta(delta)


@pytest.mark.parametrize(
    ("sigma", "times", "pure"), [(4, 1, 0), (4, 12, 0), (9, 52, 0), (6, 12, 0.1), (20, 365, 0.01)]
)
def test_what_is_told_bounds_the_exact_loss_and_is_not_far_above_it(sigma, times, pure):
    history = [charged(Price(None, 1e-6, 1 / (2 * sigma**2)))] + [charged(Price(pure))] * bool(pure)
    spent = compose(history, times)
    assert spent.delta == CONVERTED_AT
    assert spent == pytest.approx(compose(history * times))
    exact = exact_epsilon(sigma, times, pure, spent.delta)
    assert exact <= spent.epsilon <= 1.35 * exact


def test_thresholds_are_paid_beside_what_is_converted():
    price = Price(None, 1e-6, 0.05, 1e-7)
    one, twelve = compose([charged(price)]), compose([charged(price)], 12)
    assert one.delta == pytest.approx(1e-6)
    assert twelve.delta == pytest.approx(0.9e-6 + 12 * 1e-7)


def test_a_year_is_made_of_windows_that_cost_as_much():
    june = (date(2026, 6, 1), date(2026, 6, 30))
    assert releases_a_year(june) == 13
    assert releases_a_year((START, START)) == 365
    assert releases_a_year((START, START + timedelta(days=399))) == 1
    words = [charged(Price(2.0, rho=2.0), june, "phrases-1"), charged(TAGS, june)]
    told = told_in_all(words, june)
    assert (told["epsilon"], told["delta"], told["releases_a_year"]) == (4.0, 1e-6, 13)
    assert told["year_epsilon"] == compose(words * 13).epsilon < 13 * 4
    assert told_in_all(words, None).keys() == {"epsilon", "delta", "window_epsilon", "window_delta"}


def test_releases_are_counted_by_draws_of_one_mechanism_under_each_policy():
    names = ["phrases-1", "tags-1", "phrases-2", "tags-2"]
    history = [charged(TAGS, name=name) for name in names] + [
        charged(Price(None), name="release-1", policy="paper")
    ]
    assert releases(history) == 3
    assert releases([]) == 0


# The file


@pytest.fixture
def ledger(tmp_path):
    return BudgetLedger(tmp_path / "state" / "clio" / "budget.jsonl")


WINDOW = (day(0), day(6))
SUPPORT = BudgetAccount("support", WINDOW, "guarded")
CAPPED = replace(SUPPORT, limit=5.0)


def test_a_charge_is_read_back_whole_and_the_file_is_private(ledger):
    ledger.charge(SUPPORT, "tags-1", TAGS)
    found = ledger.charges()
    assert found == [charged(TAGS, WINDOW, source="support")] or found == [
        replace(charged(TAGS, WINDOW, source="support"), at=found[0].at)
    ]
    assert stat.S_IMODE(ledger.path.stat().st_mode) == 0o600
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in list(ledger.path.parents)[:2]] == [0o700] * 2


def test_a_ledger_that_was_never_charged_is_empty_and_not_made_by_looking(ledger):
    assert ledger.charges() == []
    assert ledger.spent("support", None).epsilon == 0
    assert not ledger.path.exists()


@settings(max_examples=20)
@given(st.lists(st.integers(0, 4), min_size=1, max_size=12))
def test_one_draw_is_charged_once_however_often_it_is_tried(tmp_path_factory, names):
    ledger = BudgetLedger(tmp_path_factory.mktemp("ledger") / "budget.jsonl")
    for name in names:
        ledger.charge(replace(SUPPORT, limit=100), f"tags-{name}", TAGS)
    assert [charge.id for charge in ledger.charges()] == list(dict.fromkeys(f"tags-{name}" for name in names))


def test_over_the_limit_is_refused_in_one_sentence_and_nothing_is_written(ledger):
    ledger.charge(CAPPED, "tags-1", PLAIN)
    ledger.charge(CAPPED, "tags-2", PLAIN)
    before = ledger.path.read_bytes()
    with pytest.raises(OverBudget) as refusal:
        ledger.charge(CAPPED, "tags-3", PLAIN)
    sentence = str(refusal.value)
    for part in (
        "support",
        "2026-06-01 to 2026-06-07",
        "ε 4 of at most 5",
        "bring it to 6",
        "privacy.budget_epsilon",
    ):
        assert part in sentence
    assert sentence.count(". ") == 0
    assert ledger.path.read_bytes() == before
    ledger.charge(CAPPED, "tags-2", PLAIN)
    ledger.charge(replace(CAPPED, days=(day(7), day(9))), "tags-3", PLAIN)
    ledger.charge(replace(CAPPED, source="sales"), "tags-4", PLAIN)
    assert len(ledger.charges()) == 4


def test_a_release_that_cannot_be_finished_within_the_limit_is_not_begun(ledger):
    with pytest.raises(OverBudget):
        ledger.charge(CAPPED, "tags-1", PLAIN, [PLAIN, PLAIN])
    assert ledger.charges() == []
    ledger.charge(CAPPED, "tags-1", PLAIN, [PLAIN])
    assert len(ledger.charges()) == 1


def test_a_limit_is_for_each_day_also_where_windows_overlap(ledger):
    for number in range(4):
        ledger.charge(replace(CAPPED, days=(day(number), day(number))), f"tags-{number}", Price(4.0))
    with pytest.raises(OverBudget):
        ledger.charge(replace(CAPPED, days=(day(3), day(9))), "tags-9", Price(2.0))
    ledger.charge(replace(CAPPED, days=None), "tags-9", Price(1.0))
    with pytest.raises(OverBudget):
        ledger.charge(replace(CAPPED, days=(day(2), day(2))), "tags-10", Price(0.5))


def fill(ledger) -> list[bytes]:
    for number in range(4):
        ledger.charge(SUPPORT, f"tags-{number}", TAGS)
    return ledger.path.read_bytes().splitlines(keepends=True)


@pytest.mark.parametrize("cut", [1, 40, -2, -1])
def test_a_line_that_a_crash_tore_is_dropped_and_the_next_charge_heals_it(ledger, cut):
    lines = fill(ledger)
    ledger.path.write_bytes(b"".join(lines[:3]))
    end(ledger).unlink()  # written after the line, so that it says nothing of the one torn
    ledger.path.write_bytes(b"".join(lines[:3]) + lines[3][:cut])
    assert [charge.id for charge in ledger.charges()] == ["tags-0", "tags-1", "tags-2"]
    ledger.charge(SUPPORT, "tags-9", TAGS)
    assert [charge.id for charge in ledger.charges()] == ["tags-0", "tags-1", "tags-2", "tags-9"]
    assert all(json.loads(line) for line in ledger.path.read_bytes().splitlines())


def end(ledger):
    return ledger.path.with_name("budget.jsonl.end")


@pytest.mark.parametrize("kept", [0, 1, 3, None])
def test_an_older_copy_of_the_record_is_noticed(ledger, kept):
    """Else whoever puts a backup back has their budget again."""
    lines = fill(ledger)
    ledger.path.unlink() if kept is None else ledger.path.write_bytes(b"".join(lines[:kept]))
    for ask in (ledger.charges, lambda: ledger.charge(SUPPORT, "tags-9", TAGS)):
        with pytest.raises(RunFailed, match="restore the file from its latest copy"):
            ask()
    ledger.path.write_bytes(b"".join(lines))
    assert len(ledger.charges()) == 4


def test_another_record_of_as_many_charges_is_noticed(ledger):
    lines = fill(ledger)
    kept = end(ledger).read_bytes()
    ledger.path.write_bytes(b"".join(lines[:3]))
    end(ledger).unlink()
    ledger.charge(SUPPORT, "tags-other", TAGS)
    end(ledger).write_bytes(kept)
    with pytest.raises(RunFailed, match="latest copy"):
        ledger.charges()


def test_a_crash_between_a_charge_and_how_far_it_reached_loses_nothing(ledger):
    fill(ledger)
    kept = end(ledger).read_bytes()
    ledger.charge(SUPPORT, "tags-4", TAGS)
    end(ledger).write_bytes(kept)
    assert len(ledger.charges()) == 5
    ledger.charge(SUPPORT, "tags-5", TAGS)
    assert len(ledger.charges()) == 6


def test_a_record_that_was_copied_alone_goes_on(ledger, tmp_path):
    fill(ledger)
    moved = BudgetLedger(tmp_path / "moved.jsonl")
    moved.path.write_bytes(ledger.path.read_bytes())
    moved.charge(SUPPORT, "tags-9", TAGS)
    assert len(moved.charges()) == 5


def lower(line: bytes) -> bytes:
    return line.replace(b'"epsilon": 2.0', b'"epsilon": 0.1')


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda lines: [lines[0], lower(lines[1]), *lines[2:]], 2),
        (lambda lines: [lines[0], lines[1][:50] + b"\n", *lines[2:]], 2),
        (lambda lines: [lines[0], *lines[2:]], 2),
        (lambda lines: lines[1:], 1),
        (lambda lines: [lines[1], lines[0], *lines[2:]], 1),
        (lambda lines: [*lines[:3], lower(lines[3])], 4),
        (lambda lines: [lines[0], b"\n", *lines[1:]], 2),
        (lambda lines: [*lines, lines[3]], 5),
    ],
)
def test_a_change_of_the_record_is_told_with_its_line_and_nothing_is_charged(ledger, change, line):
    ledger.path.write_bytes(b"".join(change(fill(ledger))))
    before = ledger.path.read_bytes()
    for ask in (ledger.charges, lambda: ledger.charge(SUPPORT, "tags-9", TAGS)):
        with pytest.raises(RunFailed, match=f"line {line}: .* restore the file from a copy"):
            ask()
    assert ledger.path.read_bytes() == before


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match=r"privacy\.budget_file"):
        BudgetLedger(tmp_path / "file" / "budget.jsonl").charge(SUPPORT, "tags-1", TAGS)


def test_the_file_lies_in_the_users_folder_for_states(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert default_file() == tmp_path / "clio" / "budget.jsonl"
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_file() == tmp_path / ".local" / "state" / "clio" / "budget.jsonl"


def test_the_weakest_release_ever_made_from_a_window_is_known(ledger):
    order = list(POLICIES)
    assert order[:2] == ["paper", "guarded"], "the weakest promise first"
    assert ledger.weaker(SUPPORT) is None
    ledger.charge(SUPPORT, "tags-1", TAGS)
    assert ledger.weaker(SUPPORT) is None
    ledger.charge(replace(SUPPORT, policy="paper", days=(day(6), day(20))), "release-1", Price(None))
    assert ledger.weaker(SUPPORT) == "paper"
    assert ledger.weaker(replace(SUPPORT, days=None)) == "paper"
    assert ledger.weaker(replace(SUPPORT, days=(day(0), day(5)))) is None
    assert ledger.weaker(replace(SUPPORT, source="sales")) is None
    assert ledger.weaker(replace(SUPPORT, policy="paper")) is None
    assert ledger.spent("support", WINDOW).epsilon == 2.0


def test_what_was_released_per_conversation_promises_an_account_less_under_any_policy(ledger):
    """Of an account with twenty conversations such a release may tell twenty times as much."""
    apart, exact = replace(SUPPORT, unit="conversation"), Price(None)
    ledger.charge(replace(apart, policy="dp"), "tags-1", TAGS)
    assert ledger.charges()[0].unit == "conversation"
    assert ledger.weaker(replace(SUPPORT, policy="dp")) == "dp, per conversation"
    assert ledger.weaker(SUPPORT) == "dp, per conversation"
    assert ledger.weaker(replace(apart, policy="dp")) is None
    assert ledger.weaker(replace(SUPPORT, days=(day(7), day(9)))) is None
    ledger.charge(apart, "tags-2", TAGS)
    assert ledger.weaker(replace(SUPPORT, policy="dp")) == "guarded, per conversation"
    assert ledger.weaker(replace(apart, policy="dp")) == "guarded"
    ledger.charge(SUPPORT, "tags-3", TAGS)
    assert ledger.weaker(replace(SUPPORT, policy="dp")) == "guarded, per conversation"
    ledger.charge(replace(SUPPORT, policy="paper"), "release-1", exact)
    assert ledger.weaker(replace(SUPPORT, policy="dp")) == "paper"
    assert ledger.weaker(replace(SUPPORT, policy="paper")) is None
    ledger.charge(replace(apart, policy="paper"), "release-2", exact)
    assert ledger.weaker(replace(SUPPORT, policy="paper")) == "paper, per conversation"


def test_a_record_without_a_unit_is_one_per_account(ledger):
    ledger.charge(SUPPORT, "tags-1", TAGS)
    (line,) = ledger.path.read_bytes().splitlines()
    record = json.loads(line)
    del record["unit"], record[SEAL]
    ledger.path.write_bytes(seal(record) + b"\n")
    end(ledger).unlink()
    assert [charge.unit for charge in ledger.charges()] == ["account"]


# Processes

CHARGING = """
import sys
from pathlib import Path
from clio.privacy.charges import BudgetAccount, BudgetLedger, OverBudget
from clio.stored_noise import Price
ledger, who = BudgetLedger(Path(sys.argv[1])), sys.argv[2]
sys.stdin.read(1)
refused = 0
for number in range(25):
    for name in (f"tags-{who}-{number}", f"tags-all-{number}"):
        try:
            ledger.charge(BudgetAccount("support", None, "guarded", float(sys.argv[3])), name, Price(1.0))
        except OverBudget:
            refused += 1
print(refused)
"""


def test_processes_that_charge_at_once_lose_and_overdraw_nothing(tmp_path):
    path, limit = tmp_path / "budget.jsonl", 30
    command = [sys.executable, "-c", CHARGING, str(path)]
    running = [
        subprocess.Popen([*command, who, str(limit)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for who in "ab"
    ]
    for process in running:
        process.stdin.write(b"\n")
        process.stdin.flush()
    refused = sum(int(process.communicate(timeout=120)[0]) for process in running)
    found = BudgetLedger(path).charges()
    assert len(found) == len({charge.id for charge in found}) == limit
    assert refused >= 75 - limit


DRAWING = """
import os, signal, sys
from pathlib import Path
from clio.privacy.charges import BudgetAccount, BudgetLedger
from clio.stored_noise import Price, StoredNoise
ledger, account = BudgetLedger(Path(sys.argv[1])), BudgetAccount("support", None, "guarded")
noise = StoredNoise(Path(sys.argv[2]), {"tags": Price(2.0)}, lambda *args: ledger.charge(account, *args))
noise.draw("tags-1", lambda: os.kill(os.getpid(), signal.SIGKILL))
"""


def test_a_kill_after_the_charge_refunds_nothing_and_charges_the_same_draw_once(tmp_path):
    ledger, account = BudgetLedger(tmp_path / "budget.jsonl"), BudgetAccount("support", None, "guarded")
    noise = StoredNoise(
        tmp_path / "noise", {"tags": Price(2.0)}, lambda *charge: ledger.charge(account, *charge)
    )

    def draw(key: str) -> pl.DataFrame:
        return noise.draw(key, lambda: pl.DataFrame({"support": [1]}))

    command = [sys.executable, "-c", DRAWING, str(ledger.path), str(noise.folder)]
    assert subprocess.run(command, check=False, timeout=120).returncode == -signal.SIGKILL
    assert ledger.spent("support", None).epsilon == 2.0
    draw("tags-1")
    draw("tags-1")
    assert ledger.spent("support", None).epsilon == 2.0, "the same data pays once"
    draw("tags-2")
    assert ledger.spent("support", None).epsilon == 4.0, "other data pays again"
