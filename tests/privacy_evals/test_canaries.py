"""A canary is found wherever it stands and however it is spelled, and nothing else is taken for one."""

import logging
import shutil
import sys
from base64 import b64encode

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clio.models.questions import Audit, Extract, Message, Name
from clio.privacy.wording import check_wording, common_words
from clio.synthetic.identifiers import card_is_valid, iban_is_valid
from privacy_evals.canaries import trace
from privacy_evals.copying import CopyingProvider
from privacy_evals.planting import KINDS, Canary, canaries, planted, seen_in
from privacy_evals.surfaces import (
    DASHBOARD,
    EXPORTS,
    PUBLIC,
    RELEASE,
    dashboard_texts,
    listening,
    release_texts,
    strings,
)

NAME = Canary("person name", "Zepukex Takumotoq", "many")

SPELLINGS = {
    "as it is": str,
    "in capitals": str.upper,
    "letter by letter": "-".join,
    "with blanks": " ".join,
    "backwards": lambda text: text[::-1],
    "Base64": lambda text: b64encode(text.encode()).decode(),
    "in a sentence": lambda text: f"people asked for ({text}), twice",
}


@pytest.mark.parametrize("spell", SPELLINGS.values(), ids=SPELLINGS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_found_in_every_spelling(kind, spell):
    [wanted] = [canary for canary in canaries(5) if canary.kind == kind and canary.reach == "one"]
    assert seen_in(iter(["nothing here", spell(wanted.value)]), [wanted]) == {wanted}


def test_there_are_fifteen_kinds_all_different_and_well_formed():
    found = canaries(0)
    assert len(KINDS) == 15
    assert len({canary.value for canary in found}) == 30
    assert canaries(0) == found != canaries(1)
    by_kind = {canary.kind: canary.value for canary in found}
    assert card_is_valid(by_kind["credit card"])
    assert iban_is_valid(by_kind["IBAN"])


@given(st.integers(0, 10_000))
@settings(max_examples=20)
def test_other_canaries_are_not_taken_for_these(seed):
    others = [canary.value for canary in canaries(seed + 1)]
    assert not seen_in(iter(others), canaries(seed))


def test_everything_planted_is_found_and_many_accounts_hold_what_they_should():
    wanted = canaries(2)
    table = planted(2, 200, wanted)
    assert seen_in(strings(table), wanted) == set(wanted)
    for canary in wanted[:4]:
        holders = table.filter(
            pl.col("messages").list.first().struct.field("content").str.contains(canary.value, literal=True)
        )
        assert holders["account_id"].n_unique() == (40 if canary.reach == "many" else 1)


def test_a_canary_in_a_name_is_found_in_the_release_and_every_export(guarded_run, tmp_path):
    shutil.copytree(guarded_run / "release", tmp_path / "release")
    clusters = tmp_path / "release" / "clusters.parquet"
    table = pl.read_parquet(clusters)
    clean = {place: seen_in(texts, [NAME]) for place, texts in release_texts(tmp_path, tmp_path / "clean")}
    assert not any(clean.values())
    named = pl.when(pl.int_range(pl.len()) == 1).then(pl.lit(f"Write to {NAME.value}")).otherwise("name")
    table.with_columns(name=named).write_parquet(clusters)
    found = {place for place, texts in release_texts(tmp_path, tmp_path / "leaky") if seen_in(texts, [NAME])}
    assert found == {RELEASE, *EXPORTS}


def test_what_is_printed_and_logged_is_heard_by_nobody_else_and_afterwards_no_more(capsys, caplog):
    with listening() as heard:
        sys.stdout.write(f"out {NAME.value}")
        sys.stderr.write("error")
        logging.getLogger("clio.somewhere").debug("deep down")
    sys.stdout.write("later")
    assert seen_in(iter([heard.getvalue()]), [NAME]) == {NAME}
    assert "deep down" in heard.getvalue()
    assert "error" in heard.getvalue()
    assert "later" not in heard.getvalue()
    assert capsys.readouterr() == ("later", "")
    assert caplog.text == ""


def test_the_copying_model_copies_and_passes_the_wording_gate():
    provider = CopyingProvider(encode=lambda texts: None)
    said = f"I am {NAME.value} and my number is 07700 900123."
    [extracted, named, score] = provider.answer(
        [
            Extract("c", (Message("user", said), Message("assistant", "Hello"))),
            Name("Write a letter", ("write letter",), members=(said,) * 30, contrast=("other",)),
            Audit("a", "b"),
        ]
    )
    assert said in extracted.value.request
    assert score.value == 5
    assert seen_in(iter([named.value.name]), [NAME]) == {NAME}
    supported = common_words() | {"zepukex", "takumotoq"}
    assert check_wording(named.value.name, named.value.description, supported) is None


@pytest.mark.slow
def test_a_canary_in_a_name_is_drawn_by_the_dashboard(guarded_run, tmp_path):
    shutil.copytree(guarded_run / "release", tmp_path / "release")
    [(place, texts)] = dashboard_texts(tmp_path)
    assert place == DASHBOARD
    assert not seen_in(texts, [NAME])
    clusters = tmp_path / "release" / "clusters.parquet"
    named = pl.format(f"{NAME.value} {{}}", pl.int_range(pl.len()))
    pl.read_parquet(clusters).with_columns(name=named).write_parquet(clusters)
    [(_, texts)] = dashboard_texts(tmp_path)
    assert seen_in(texts, [NAME]) == {NAME}


@pytest.mark.slow
def test_nothing_planted_leaves_a_guarded_or_dp_run_and_paper_lets_a_name_through(tmp_path):
    wanted = canaries(0)
    traced = trace(wanted, 0, 600, tmp_path)
    for policy, found in traced.items():
        assert found["conversations"] == set(wanted)
        assert found["facets"]
        public = set().union(*(found[place] for place in PUBLIC))
        if policy == "paper":
            assert public
        else:
            assert not public
