"""Settings: precedence, and mistakes told in one sentence that names the setting."""

from datetime import datetime

import pytest

from clio.cli.init import settings_file
from clio.errors import UserError
from clio.settings import Settings, load_settings, parse_assignment


def test_flags_beat_the_environment_which_beats_the_file(tmp_path):
    file = tmp_path / "clio.toml"
    file.write_text("[privacy]\nmin_accounts = 20\nmin_conversations = 40\nepsilon = 1.0\n")
    environment = {
        "CLIO_PRIVACY__MIN_CONVERSATIONS": "50",
        "CLIO_PRIVACY__EPSILON": "2",
        "CLIO_RELEASES": "/x",
    }
    got = load_settings(file, {"privacy.epsilon": 3.0, "clustering.k": None}, environment).privacy
    assert (got.min_accounts, got.min_conversations, got.epsilon) == (20, 50, 3.0)


@pytest.mark.parametrize(
    ("overrides", "words"),
    [
        ({"privacy.policy": "strict"}, "privacy.policy must be one of dp, guarded, paper"),
        ({"llm.provider": "gpt"}, "llm.provider must be extractive"),
        ({"screen.question": "Is it about work?"}, "only a language model can answer"),
        (
            {"facets": [{"name": "mood", "question": "How is the user's mood?"}]},
            "only a language model can answer",
        ),
        ({"llm.provider": "claude", "facets": [{"name": "topic", "question": "What is it?"}]}, "built in"),
        (
            {
                "llm.provider": "claude",
                "facets": [{"name": "mood", "question": "How is it?", "kind": "scale"}],
            },
            "needs bounds",
        ),
        ({"llm.max_usd": 0}, "llm.max_usd"),
        ({"saes.weight": 1}, "saes is not a setting of this version"),
        ({"clustering.k": 0}, "clustering.k"),
        ({"privacy.policy": "paper", "privacy.epsilon": 1}, "no meaning under the policy paper"),
        ({"breakdowns.metadata": {"language": ["x"]}}, "built-in breakdown"),
        ({"run": 3}, "run: this is a section; set one of its settings, as clio init lists them."),
        (
            {"breakdowns.metadata": {"plan": "free"}},
            'breakdowns.metadata.plan: this is a list, for instance ["',
        ),
        ({"breakdowns.metadata": 3}, "breakdowns.metadata: this is a table, for instance {"),
        ({"clustering.seed": -1}, "clustering.seed"),
        ({"clustering.seed": 2**32}, "clustering.seed"),
        ({"ingest.since": "June"}, "ingest.since: write the day as YYYY-MM-DD, for instance 2026-06-01."),
        ({"ingest.until": datetime(2026, 6, 1, 12)}, "ingest.until: write the day as YYYY-MM-DD"),
    ],
)
def test_a_mistake_is_one_sentence_that_names_the_setting(overrides, words):
    with pytest.raises(UserError) as caught:
        load_settings(overrides=overrides)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("CLIO_PRIVACY__MIN_ACCOUNTS", "many", "privacy.min_accounts: input should be a valid integer"),
        ("CLIO_PRIVACY__POLICY", "strict", "privacy.policy must be one of"),
        ("CLIO_PRIVACY__MIN_ACOUNTS", "20", "privacy.min_acounts is not a setting"),
        ("CLIO_X__Y", "1", "x is not a setting"),
        ("CLIO_FACETS__MOOD", "1", "facets: this is a list"),
        ("CLIO_SCREEN__QUESTION", "Is it about work?", "settings: screen.question: only a language model"),
        ("CLIO_CLUSTERING__K__MOST", "3", "clustering.k.most: k is a single value"),
    ],
)
def test_a_mistake_in_the_environment_names_the_variable(tmp_path, variable, value, words):
    file = tmp_path / "clio.toml"
    file.write_text("[clustering]\nk = 3\n")
    with pytest.raises(UserError) as caught:
        load_settings(file, {"privacy.unit": "account"}, {variable: value})
    assert str(caught.value).startswith(f"environment variable {variable}: {words}")


def test_a_mistake_is_laid_to_what_it_stands_in(tmp_path):
    """A flag that is wrong is not the file's fault, nor that of a variable which the flag comes before."""
    file = tmp_path / "clio.toml"
    file.write_text("[clustering]\nk = 0\n")
    with pytest.raises(UserError, match=r"^clustering\.k: "):
        load_settings(file, {"clustering.k": -1}, {"CLIO_CLUSTERING__K": "-2"})
    with pytest.raises(UserError, match=f"^{file}: clustering"):
        load_settings(file, {"clustering.seed": 1}, {"CLIO_CLUSTERING__K_MAX": "9"})


def test_values_are_never_quoted():
    with pytest.raises(UserError) as caught:
        load_settings(overrides={"clustering.k": "my-secret-value"})
    assert "my-secret-value" not in str(caught.value)


@pytest.mark.parametrize("text", ["2026-06-01", "'2026-6-1'", '"2026-06-01"', "2026-6-1"])
def test_a_day_is_the_same_day_however_it_is_written(text):
    """TOML reads a day without quotes as a date of its own."""
    name, day = parse_assignment(f"ingest.since={text}")
    assert load_settings(overrides={name: day}).ingest.since == "2026-06-01"


def test_assignments_are_toml_or_plain_text():
    assert parse_assignment("privacy.min_accounts = 20") == ("privacy.min_accounts", 20)
    assert parse_assignment("privacy.policy=paper") == ("privacy.policy", "paper")
    with pytest.raises(UserError, match=r"section\.name=value"):
        parse_assignment("privacy")


def test_the_file_that_init_writes_holds_every_setting_and_loads_as_the_defaults(tmp_path):
    file = tmp_path / "clio.toml"
    file.write_text(settings_file({}))
    assert load_settings(file) == Settings()
    file.write_text(settings_file({}).replace("\n##", "\n"))
    [example] = load_settings(file, {"llm.provider": "claude"}).facets
    assert example.kind == "scale"
    file.write_text(settings_file({"ingest.columns.text": "prompt", "ingest.format": "csv"}))
    assert load_settings(file).ingest.columns.text == "prompt"


def test_nothing_published_names_a_file_or_an_account(tmp_path):
    settings = load_settings(
        overrides={
            "ingest.exclude_accounts": "/private/accounts.txt",
            "embedding.model": "/private/models/mini",
        }
    )
    assert "private" not in str(settings.published())


@pytest.mark.parametrize(
    ("facet", "words"),
    [
        ({"kind": "scale", "bounds": [0, 10**10]}, "bounds are two numbers within"),
        ({"kind": "scale", "bounds": [5, 1]}, "the lower one first"),
        ({"kind": "category", "values": ["a", "a"]}, "values must differ"),
        ({"kind": "category", "values": ["a\u200bb"]}, "plain text"),
        ({"kind": "category", "values": ["x" * 61]}, "plain text"),
        ({"kind": "category", "values": ["a"], "clustered": True}, "only a text can be clustered"),
    ],
)
def test_a_facet_of_ones_own_that_could_not_be_published_is_refused_at_once(facet, words):
    facets = [{"name": "mood", "question": "How is the user's mood?", **facet}]
    with pytest.raises(UserError, match=words):
        load_settings(overrides={"llm.provider": "claude", "facets": facets})
