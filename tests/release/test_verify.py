"""Verification: a sound release passes, and any change to it makes a check fail, hashes renewed or not."""

import json
import shutil
from hashlib import sha256

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from clio.errors import UserError
from clio.policies import DP, GUARDED, PAPER
from clio.release.layout import release_id
from clio.release.verify import verify
from tests.sample_release import sample_release


@pytest.fixture(scope="module", params=["guarded", "paper"])
def sound(request, tmp_path_factory):
    policy = {"guarded": GUARDED, "paper": PAPER}[request.param]
    folder = tmp_path_factory.mktemp(request.param)
    built = sample_release(folder, 16, policy=policy, facets=("request", "task"))
    assert verify(built).ok
    return built


@pytest.fixture
def release(sound, tmp_path):
    return shutil.copytree(sound, tmp_path / "run" / "release")


def failed(release):
    return {check.name for check in verify(release).checks if not check.ok}


def reseal(release):
    """Renew hashes and name, as someone who edits a release with care would."""
    path = release / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest["files"] = {
        file.name: sha256(file.read_bytes()).hexdigest() for file in release.glob("*.parquet")
    }
    manifest["release_id"] = release_id(manifest["window"]["start"], manifest["files"])
    path.write_text(json.dumps(manifest))


def edit(release, name, change):
    path = release / f"{name}.parquet"
    change(pl.read_parquet(path)).write_parquet(path)
    reseal(release)


def is_guarded(manifest):
    return manifest["policy"]["name"] == "guarded"


def edit_manifest(release, change):
    path = release / "manifest.json"
    manifest = json.loads(path.read_text())
    change(manifest)
    path.write_text(json.dumps(manifest))


@pytest.mark.parametrize("n_base", [1, 5, 90])
@pytest.mark.parametrize("levels", [1, 2, 4])
def test_sound_releases_pass(tmp_path, n_base, levels):
    for policy in (GUARDED, PAPER):
        release = sample_release(tmp_path / policy.name, n_base, levels=levels, policy=policy, seed=n_base)
        assert [check for check in verify(release).checks if not check.ok] == []
        assert verify(release).ok


def test_resealing_alone_changes_nothing(release):
    reseal(release)
    assert verify(release.parent).ok


@pytest.mark.parametrize("name", ["clusters", "breakdowns", "timeline"])
def test_any_flipped_byte_fails(release, name):
    path = release / f"{name}.parquet"
    content = path.read_bytes()
    for at in range(0, len(content), max(1, len(content) // 6)):
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        assert "hashes" in failed(release)
    path.write_bytes(content)
    assert verify(release).ok


def test_added_and_missing_files_fail(release):
    extra = release / "conversations.parquet"
    extra.write_bytes(b"")
    assert "files" in failed(release)
    extra.unlink()
    (release / "folder").mkdir()
    assert "files" in failed(release)
    (release / "folder").rmdir()
    assert verify(release).ok
    (release / "timeline.parquet").unlink()
    assert {"files", "hashes", "derived numbers"} <= failed(release)


NUMBERS = [
    ("clusters", "conversations"), ("clusters", "accounts"), ("clusters", "share"),
    ("clusters", "mean_concern"), ("clusters", "mean_turns"),
    ("breakdowns", "conversations"), ("breakdowns", "share"), ("breakdowns", "base_share"),
    ("breakdowns", "ratio"), ("breakdowns", "ci_low"), ("breakdowns", "ci_high"), ("breakdowns", "q_value"),
    ("timeline", "conversations"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "column"), NUMBERS)
@pytest.mark.parametrize("where", ["first", "middle", "last"])
def test_any_edited_number_fails_even_with_new_hashes(release, name, column, where):
    """First rows are of base clusters, last ones of their parents; the edit is small and keeps the rounding.

    A base cluster's accounts and means are atoms nobody can recompute: what follows from them fails.
    """

    def change(table):
        known = table.with_row_index().filter(pl.col(column).is_not_null())["index"]
        row = known[{"first": 0, "middle": len(known) // 2, "last": -1}[where]]
        step = pl.col(column) + 10 if table[column].dtype == pl.Int64 else pl.col(column) * 1.001
        return table.with_columns(
            pl.when(pl.int_range(pl.len()) == row).then(step).otherwise(column).alias(column)
        )

    edit(release, name, change)
    assert failed(release)


TABLE_EDITS = {
    "columns": lambda t: t.with_columns(extra=pl.lit(1)),
    "private columns": lambda t: t.with_columns(account_id=pl.lit("a")),
    "derived numbers": lambda t: t.head(-1),
    "ids": lambda t: pl.concat([t, t.tail(1)]),
}


@pytest.mark.parametrize("name", ["clusters", "breakdowns", "timeline"])
@pytest.mark.parametrize("check", TABLE_EDITS)
def test_changed_tables_fail(release, name, check):
    edit(release, name, TABLE_EDITS[check])
    found = failed(release)
    assert found
    if check in ("columns", "private columns", "ids"):
        assert check in found


def test_row_order_tells_nothing(release):
    edit(release, "clusters", lambda table: table.sort("conversations", descending=True))
    assert "ids" in failed(release)


def test_hidden_file_metadata_fails(release):
    path = release / "clusters.parquet"
    pl.read_parquet(path).write_parquet(path, metadata={"note": "acc-17"})
    reseal(release)
    assert failed(release) == {"columns"}
    table = pl.read_parquet(path).to_arrow()
    noted = [field.with_metadata({"note": "acc-17"}) for field in table.schema]
    pq.write_table(table.cast(pa.schema(noted)), path)
    reseal(release)
    assert failed(release) == {"columns"}, "of one column"


def set_first(column, value):
    return lambda table: table.with_columns(
        pl.when(pl.int_range(pl.len()) == 0)
        .then(pl.lit(value))
        .otherwise(column)
        .cast(table[column].dtype)
        .alias(column)
    )


@pytest.mark.parametrize(
    ("name", "column", "value", "check"),
    [
        ("clusters", "cluster_id", "request-0-0", "ids"),
        ("clusters", "parent_id", "request-2-000", "hierarchy"),
        ("clusters", "parent_id", "request-1-777", "hierarchy"),
        ("clusters", "parent_id", "task-1-000", "hierarchy"),
        ("clusters", "accounts", 0, "minimum sizes"),
        ("clusters", "accounts", 10**6, "minimum sizes"),
        ("clusters", "accounts", None, "minimum sizes"),
        ("clusters", "conversations", 20, "minimum sizes"),
        ("clusters", "name", "a\x1b[2J", "text"),
        ("clusters", "name", "a\u202eb", "text"),
        ("clusters", "name", " ", "text"),
        ("clusters", "description", "a\nb", "text"),
        ("clusters", "x", float("nan"), "values"),
        ("clusters", "mean_concern", 5.5, "values"),
        ("breakdowns", "conversations", 0, "minimum sizes"),
        ("breakdowns", "value", "", "text"),
        ("breakdowns", "ratio", float("inf"), "values"),
        ("timeline", "period", "hour", "values"),
        ("timeline", "period", "month", "values"),
    ],
)
def test_each_rule_catches_its_breach(release, name, column, value, check):
    edit(release, name, set_first(column, value))
    assert check in failed(release)


def test_unrounded_counts_fail_under_guarded(tmp_path):
    release = sample_release(tmp_path, 10)
    edit(release, "clusters", lambda table: table.with_columns(pl.col("conversations") + 1))
    assert "rounding" in failed(release)


def test_a_breakdown_of_one_cell_fails(release):
    edit(
        release,
        "breakdowns",
        lambda t: t.unique(["cluster_id", "dimension"], keep="first").sort(t.columns[:3]),
    )
    assert {"minimum sizes", "partition"} <= failed(release)


@pytest.mark.parametrize(
    ("check", "change"),
    [
        ("claim", lambda m: m["policy"].update(claim="Everything is differentially private.")),
        ("policy", lambda m: m["policy"].update(name="dp")),
        ("policy", lambda m: m["policy"]["parameters"].update(extra=1)),
        ("claim", lambda m: m["policy"]["parameters"].update(unit="conversation")),
        ("policy", lambda m: m["policy"]["parameters"].update(rounding=5)),
        ("policy", lambda m: m["policy"]["parameters"]["cells"].update(min_accounts=2)),
        ("policy", lambda m: m["policy"]["parameters"]["clusters"].update(min_accounts=2)),
        ("policy", lambda m: m["policy"]["parameters"]["clusters"].update(max_account_share=0.9)),
        ("policy", lambda m: m["settings"]["privacy"].update(policy="paper" if is_guarded(m) else "guarded")),
        ("policy", lambda m: m["settings"]["privacy"].update(min_accounts=100)),
        ("hashes", lambda m: m.update(release_id="2026-03-02-000000000000")),
        ("hashes", lambda m: m["window"].update(start="2026-01-01")),
        ("files", lambda m: m["files"].update({"groups.parquet": "0" * 64})),
        ("claim", lambda m: m["budget"].update(epsilon=0.1)),
        (
            "claim",
            lambda m: m["budget"].update(epsilon=m["budget"]["epsilon"], parts={"words": 3.0}, delta=0.5),
        ),
    ],
)
def test_an_edited_manifest_fails(release, check, change):
    edit_manifest(release, change)
    assert check in failed(release)


@pytest.mark.parametrize("count", [1_234, "1,234", "1,000-3,000", "1,234-2,468", "0-20", "many"])
def test_exact_counts_fail_under_guarded(tmp_path, count):
    release = sample_release(tmp_path, 10)
    edit_manifest(release, lambda manifest: manifest["counts"].update(conversations=count))
    assert failed(release) == {"manifest counts"}


def test_exact_counts_of_private_things_fail_wherever_they_stand(tmp_path):
    release = sample_release(tmp_path, 10)
    edit_manifest(release, lambda manifest: manifest["pooled"].update(breakdowns_unpublished=7))
    assert verify(release).ok, "of what is published, a count may be exact"
    edit_manifest(release, lambda manifest: manifest["pooled"].update(conversations_left_out=37))
    assert failed(release) == {"manifest counts"}


@pytest.mark.parametrize("count", [-1, "several", "1,000-3,000"])
@pytest.mark.parametrize("where", ["counts", "pooled"])
def test_what_is_no_count_fails_under_every_policy(release, where, count):
    edit_manifest(release, lambda manifest: manifest[where].update(conversations=count))
    assert failed(release) == {"manifest counts"}


@pytest.mark.parametrize(
    "change",
    [
        {"end": "tomorrow"},
        {"end": None},
        {"end": "2026-03-01"},
        {"end": "2020-01-01"},
        {"middle": "2026-03-09"},
    ],
    ids=str,
)
def test_a_window_that_is_none_fails(release, change):
    edit_manifest(release, lambda manifest: manifest["window"].update(change))
    assert failed(release) == {"window"}


def test_a_period_outside_the_window_fails(release):
    outside = pl.col("period_start").dt.offset_by("520w")
    edit(release, "timeline", lambda table: table.with_columns(outside))
    assert failed(release) == {"window"}


@pytest.mark.parametrize("lost", ["policy", "unit", "min_accounts", "max_account_share", None])
def test_settings_that_do_not_tell_the_policy_fail(release, lost):
    def change(manifest):
        del (manifest["settings"] if lost is None else manifest["settings"]["privacy"])[lost or "privacy"]

    edit_manifest(release, change)
    assert failed(release) == {"policy"}


def change_file(name, change):
    def careless(release):
        path = release / f"{name}.parquet"
        change(pl.read_parquet(path)).write_parquet(path)

    return careless


def change_policy(**changes):
    return lambda release: edit_manifest(release, lambda manifest: manifest["policy"].update(changes))


def swap(release):
    one, two = release / "breakdowns.parquet", release / "timeline.parquet"
    content = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(content)


CARELESS = {
    "a count": (change_file("clusters", lambda t: t.with_columns(pl.col("conversations") + 10)), "hashes"),
    "a row more": (change_file("clusters", lambda t: pl.concat([t, t.tail(1)])), "hashes"),
    "a row less": (change_file("breakdowns", lambda t: t.head(-1)), "hashes"),
    "a name": (
        change_file("clusters", lambda t: t.with_columns(name=pl.lit("Our best customers"))),
        "hashes",
    ),
    "two files": (swap, "columns"),
    "a file more": (lambda release: (release / "notes.txt").write_text("for Tom"), "files"),
    "a file less": (lambda release: (release / "timeline.parquet").unlink(), "files"),
    "the claim": (change_policy(claim="This release is anonymous."), "claim"),
    "the policy": (change_policy(name="strict"), "policy"),
    "lower sizes": (
        lambda release: edit_manifest(
            release,
            lambda m: m["policy"]["parameters"]["clusters"].update(min_accounts=2, min_conversations=2),
        ),
        "policy",
    ),
}


@pytest.mark.parametrize("what", CARELESS)
def test_whoever_edits_a_release_carelessly_is_told_what_is_wrong(release, what):
    """Each edit fails the check that says what was done; the detail is words, not an error's name."""
    change, check = CARELESS[what]
    change(release)
    details = {found.name: found.detail for found in verify(release).checks if not found.ok}
    assert len(details[check].split()) > 2
    assert "could not be checked" not in details[check]


def test_a_forgery_is_what_the_hash_of_the_manifest_shows(release):
    """Somebody who follows every rule and renews the hashes passes: only a hash kept elsewhere tells."""
    before = " ".join(verify(release).attested)
    edit(release, "clusters", set_first("name", "Somebody else's words"))
    found = verify(release)
    assert found.ok
    assert sha256((release / "manifest.json").read_bytes()).hexdigest() in " ".join(found.attested)
    assert " ".join(found.attested) != before


def test_details_do_not_quote_the_text_that_is_wrong(tmp_path):
    release = sample_release(tmp_path, 10, names=("alice@example.org \x1b[2J",))
    found = [check.detail for check in verify(release).checks if not check.ok]
    assert found
    assert "alice" not in " ".join(found)


def test_what_only_the_gate_knows_is_said(tmp_path):
    attested = " ".join(verify(sample_release(tmp_path, 10)).attested)
    for word in ("20%", "50%", "rounded", "epsilon 4", "merged"):
        assert word in attested


@pytest.mark.parametrize("policy", [GUARDED, PAPER, DP], ids=lambda policy: policy.name)
def test_what_no_check_sees_in_a_manifest_is_said(tmp_path, policy):
    attested = " ".join(verify(sample_release(tmp_path, 10, policy=policy)).attested)
    for word in (
        "window",
        "provider",
        "models",
        "settings",
        "notes",
        "fallbacks",
        "version",
        "creation time",
    ):
        assert word in attested


def test_no_release_is_the_users_mistake(tmp_path):
    with pytest.raises(UserError):
        verify(tmp_path)
