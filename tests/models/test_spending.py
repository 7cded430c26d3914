"""Dollars: what tokens cost, and when a run stops."""

import polars as pl
import pytest

from clio.errors import RunFailed, SpendStopped
from clio.models.ledger import Entry, Ledger
from clio.models.prices import priced, prices
from clio.models.spending import LEAST_OUTCOMES, Spending


@pytest.fixture
def nothing_paid(tmp_path):
    return Ledger(tmp_path / "ledger.sqlite").usage()


def entry(number=0, outcome="ok", **tokens) -> Entry:
    return Entry(f"{number}", "extract", "claude-haiku-5-5", outcome, **tokens)


def test_the_public_list_knows_the_default_models():
    haiku, sonnet = (prices(model, {}) for model in ("claude-haiku-5-5", "claude-sonnet-5-5"))
    assert haiku.dollars(1_000_000, 1_000_000) == pytest.approx(0.60)
    assert sonnet.dollars(1_000_000, 1_000_000) == pytest.approx(12)
    assert haiku.dollars(0, 0, cache_read=1_000_000) < haiku.dollars(1_000_000, 0)


def test_the_settings_prices_come_first_and_an_unknown_model_has_none():
    assert prices("in-house", {}) is None
    assert prices("in-house", {"in-house": (1, 2)}).dollars(1_000_000, 1_000_000) == pytest.approx(3)
    assert prices("claude-haiku-5-5", {"claude-haiku-5-5": (0, 0)}).dollars(5, 5) == 0


def test_a_batch_costs_half(tmp_path):
    ledger = Ledger(tmp_path / "ledger.sqlite")
    ledger.commit(
        [
            entry(1, input_tokens=1000),
            Entry("2", "extract", "claude-haiku-5-5", "ok", input_tokens=1000, mode="batch"),
        ]
    )
    by_mode = dict(priced(ledger.usage(), {}).select("mode", "dollars").iter_rows())
    assert by_mode["batch"] == pytest.approx(by_mode["live"] / 2)


def test_an_unknown_price_is_no_number_and_not_nothing():
    usage = pl.DataFrame(
        {
            "model": ["in-house"],
            "mode": ["live"],
            "input_tokens": [9],
            "output_tokens": [9],
            "cache_read_tokens": [0],
            "cache_write_tokens": [0],
        }
    )
    assert priced(usage, {})["dollars"].to_list() == [None]


def test_spending_counts_what_earlier_runs_paid_and_stops_at_the_limit(tmp_path):
    ledger = Ledger(tmp_path / "ledger.sqlite")
    ledger.commit([entry(input_tokens=900_000)])  # $0.09
    spending = Spending(ledger.usage(), {}, 0.10, 0.05)
    assert spending.dollars == pytest.approx(0.09)
    assert spending.may_go_on()
    spending.watch([entry(1, input_tokens=200_000)])
    with pytest.raises(SpendStopped, match=r"Stopped at \$0\.1100 of the \$0\.1000"):
        spending.may_go_on()


def test_failures_end_a_run_only_beyond_their_share_and_refusals_are_none(nothing_paid):
    spending = Spending(nothing_paid, {}, None, 0.05)
    spending.watch([entry(number, "refused") for number in range(LEAST_OUTCOMES)])
    spending.watch([entry(number, "malformed") for number in range(10)])
    assert spending.may_go_on()
    spending.watch([entry(number, "unavailable") for number in range(10)])
    with pytest.raises(RunFailed, match=r"9\.1% of the model's answers .* \(10 malformed, 10 unavailable\)"):
        spending.may_go_on()


def test_a_few_failures_at_the_start_do_not_end_a_run_but_the_end_does(nothing_paid):
    spending = Spending(nothing_paid, {}, None, 0.05)
    spending.watch([entry(number, "malformed") for number in range(5)])
    assert spending.may_go_on()
    with pytest.raises(RunFailed):
        spending.check_failures()
