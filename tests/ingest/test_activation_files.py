"""Activations from a file: every conversation has its row, none is another's, and a bad file is one sentence."""

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clio.errors import UserError
from clio.ingest import activations as module
from clio.ingest.activations import MOST_FEATURES, read_activations
from clio.tables import ACTIVATIONS

IDS = {
    "00000": pl.Series(["a", "b", "c"]),
    "00001": pl.Series(["d", "e"]),
    "00002": pl.Series([], dtype=pl.String),
}
SHARD = {"a": "00000", "b": "00000", "c": "00000", "d": "00001", "e": "00001"}

rows = st.lists(
    st.tuples(st.sampled_from("abcdexy"), st.integers(0, 2**32 - 1), st.floats(-2, 9, width=32)), max_size=60
)


def written(path, content, **kinds):
    schema = {"conversation_id": pl.String, "feature_id": pl.Int64, "value": pl.Float64, **kinds}
    pl.DataFrame(content, schema=schema, orient="row").write_parquet(path)
    return path


def read(path, scratch, ids=IDS):
    shards = {}
    found = read_activations(path, ids, scratch, lambda name, table: shards.__setitem__(name, table))
    return found, shards


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=rows, at_once=st.sampled_from([1, 3, 1000]))
def test_each_conversation_has_the_largest_value_of_each_of_its_features(
    content, at_once, tmp_path, monkeypatch
):
    monkeypatch.setattr(module, "ROWS_AT_ONCE", at_once)
    wanted = {name: {} for name in SHARD}
    for name, feature, value in content:
        if name in wanted and value > 0:
            wanted[name][feature] = max(value, wanted[name].get(feature, 0))
    path = written(tmp_path / "activations.parquet", content)
    if not any(wanted.values()):
        with pytest.raises(UserError, match="no row of it"):
            read(path, tmp_path / "scratch")
        return
    found, shards = read(path, tmp_path / "scratch")
    assert list(shards) == list(IDS)
    for shard, table in shards.items():
        assert dict(table.schema) == dict(ACTIVATIONS)
        assert table["conversation_id"].to_list() == IDS[shard].to_list()
        for name, features, values in table.iter_rows():
            assert features == sorted(wanted[name])
            assert values == [wanted[name][feature] for feature in features]
    assert found.active == sum(map(bool, wanted.values()))
    assert found.active + found.without == len(SHARD)
    assert found.foreign_rows == sum(name in "xy" and value > 0 for name, _, value in content)
    assert list((tmp_path / "scratch").iterdir()) == []


def test_of_too_many_features_the_rarest_are_kept(tmp_path):
    many = [("a", feature, 1.0) for feature in range(100)]
    common = [(name, feature, 9.0) for name in "bcde" for feature in range(50)]
    _, shards = read(written(tmp_path / "a.parquet", many + common), tmp_path)
    assert shards["00000"]["features"][0].to_list() == [*range(MOST_FEATURES - 50), *range(50, 100)]


@pytest.mark.parametrize(
    ("content", "kinds", "said"),
    [
        ([("a", 1, float("nan"))], {}, "no finite number"),
        ([("a", 1, float("inf"))], {}, "no finite number"),
        ([(None, 1, 1.0)], {}, "lacks a field"),
        ([("a", -1, 1.0)], {}, "whole number"),
        ([("a", 2**32, 1.0)], {}, "whole number"),
        ([("a", "secret-text", 1.0)], {"feature_id": pl.String}, "whole number"),
        ([("secret-text", 1, 1.0)], {}, "no row of it"),
    ],
)
def test_a_bad_file_is_one_sentence_that_quotes_nothing(content, kinds, said, tmp_path):
    path = written(tmp_path / "bad.parquet", content, **kinds)
    with pytest.raises(UserError, match=said) as caught:
        read(path, tmp_path / "scratch")
    assert "secret-text" not in repr(caught.value)
    assert caught.value.__cause__ is None


def test_a_file_that_is_none_is_one_sentence(tmp_path):
    (tmp_path / "no.parquet").write_text("conversation_id,feature_id,value\n")
    for path, said in ((tmp_path / "no.parquet", "Parquet"), (tmp_path / "absent.parquet", "no such file")):
        with pytest.raises(UserError, match=said):
            read(path, tmp_path / "scratch")
    pl.DataFrame({"conversation_id": ["a"]}).write_parquet(tmp_path / "less.parquet")
    with pytest.raises(UserError, match="no column feature_id"):
        read(tmp_path / "less.parquet", tmp_path / "scratch")
