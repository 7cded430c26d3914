"""The tree on a terminal: fits, loses nothing silently, and no name can act on the terminal."""

import re

import pytest

from clio.release.reader import read_release
from clio.release.tree import LINES, render_tree
from tests.sample_release import sample_release


@pytest.mark.parametrize("n_base", [1, 20, 60, 300, 1000])
@pytest.mark.parametrize("width", [60, 100])
def test_it_fits_and_ends_with_the_claim(tmp_path, n_base, width):
    release = read_release(sample_release(tmp_path, n_base))
    text = render_tree(release, width)
    lines = text.splitlines()
    assert max(map(len, lines)) <= width
    assert len(lines) <= max(LINES, release.top().height) + 15
    assert " ".join(text.split()).endswith(release.manifest.policy.claim)
    for name in release.top()["name"]:
        assert name[:20] in text


def test_every_base_cluster_shows_where_there_are_few(tmp_path):
    release = read_release(sample_release(tmp_path, 60))
    text = render_tree(release, 100)
    assert all(name in text for name in release.base()["name"])


def test_what_is_shown_and_what_is_summed_up_make_the_whole(tmp_path):
    """Under each group the lines one level deeper add up to it, with the line of those not shown."""
    release = read_release(sample_release(tmp_path, 1000))
    lines = [line for line in render_tree(release, 100).splitlines() if re.search(r"%  .*\d$", line)]
    count = [int(line.split()[-1].replace(",", "")) for line in lines]
    tops = [row for row, line in enumerate(lines) if not re.search("[├└]", line)]
    for start, end in zip(tops, [*tops[1:], len(lines)], strict=True):
        if end > start + 1:
            assert sum(count[start + 1 : end]) == count[start]
    assert sum(count[row] for row in tops) == release.top()["conversations"].sum()
    assert any("more" in line for line in lines)


def test_groups_stand_by_size(tmp_path):
    release = read_release(sample_release(tmp_path, 20, levels=1))
    shares = [float(found) for found in re.findall(r"^ *(\d+\.\d)%", render_tree(release), re.MULTILINE)]
    assert len(shares) == 20
    assert shares == sorted(shares, reverse=True)


def test_no_name_acts_on_the_terminal(tmp_path):
    hostile = ("a\x1b[2Jb", "a\u202eb", "a\nb", "a\u200bb", "x" * 500, "表" * 200)
    release = read_release(sample_release(tmp_path, 6, levels=1, names=hostile))
    text = render_tree(release, 80)
    assert all(char == "\n" or char.isprintable() for char in text)
    assert "\\x1b" in text
    assert "\\u202e" in text
    rows = [line for line in text.splitlines() if "%" in line]
    assert len(rows) == 6
    wide = next(line for line in rows if "表" in line)
    assert len(wide) + wide.count("表") <= 80


def test_a_release_without_clusters_shows_its_notes_and_claim(tmp_path):
    full = read_release(sample_release(tmp_path, 3))
    manifest = full.manifest.model_copy(update={"notes": ["Too little data: nothing is published."]})
    empty = type(full)(
        full.path, manifest, full.clusters.clear(), full.breakdowns.clear(), full.timeline.clear()
    )
    text = render_tree(empty)
    assert "Too little data" in text
    assert "Claim:" in text


def test_facets_are_apart(tmp_path):
    release = read_release(sample_release(tmp_path, 10, facets=("request", "task")))
    text = render_tree(release)
    assert text.index("request:") < text.index("task:")
