"""What the ledger promises: an answer that was committed survives anything and is never given up for another."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.errors import RunFailed
from clio.models.ledger import ASKED_AGAIN, TOKENS, Entry, Ledger

KEYS = st.sampled_from([f"{number:064x}" for number in range(6)])
TOKEN_COUNTS = st.integers(0, 1000)
ENTRIES = st.builds(
    Entry,
    key=KEYS,
    kind=st.just("extract"),
    model=st.just("m"),
    outcome=st.sampled_from(["ok", "refused", "malformed", "max_tokens", "rejected", "unavailable"]),
    text=st.text(max_size=20),
    input_tokens=TOKEN_COUNTS,
    output_tokens=TOKEN_COUNTS,
    cache_read_tokens=TOKEN_COUNTS,
    cache_write_tokens=TOKEN_COUNTS,
    attempts=st.integers(1, 5),
)


@given(st.lists(st.lists(ENTRIES, max_size=5), max_size=8))
def test_the_first_final_outcome_stays_and_every_token_is_counted(tmp_path_factory, commits):
    ledger = Ledger(tmp_path_factory.mktemp("ledger") / "ledger.sqlite")
    for entries in commits:
        ledger.commit(entries)
    made = [entry for entries in commits for entry in entries]
    kept = ledger.known({entry.key for entry in made}, final=False)
    for key in {entry.key for entry in made}:
        own = [entry for entry in made if entry.key == key]
        settled = [entry for entry in own if entry.outcome != ASKED_AGAIN]
        answer = settled[0] if settled else own[-1]
        assert (kept[key].outcome, kept[key].text) == (answer.outcome, answer.text)
        for name in (*TOKENS, "attempts"):
            assert getattr(kept[key], name) == sum(getattr(entry, name) for entry in own)
    assert ledger.known(kept).keys() == {key for key, entry in kept.items() if entry.outcome != ASKED_AGAIN}
    usage = ledger.usage()
    for name in (*TOKENS, "attempts"):
        assert usage[name].sum() == sum(getattr(entry, name) for entry in made)
    ledger.close()


def test_several_processes_may_write_at_once(tmp_path):
    code = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from clio.models.ledger import Entry, Ledger
        ledger = Ledger(Path(sys.argv[1]))
        for number in range(100):
            ledger.commit([Entry(f"{sys.argv[2]}-{number}", "extract", "m", "ok", "{}", input_tokens=1)])
        """
    )
    path = tmp_path / "ledger.sqlite"
    writers = [subprocess.Popen([sys.executable, "-c", code, str(path), str(name)]) for name in range(4)]
    assert [writer.wait(120) for writer in writers] == [0] * 4
    assert Ledger(path).usage()["calls"].sum() == 400


def test_what_commit_returned_for_survives_a_kill(tmp_path):
    code = textwrap.dedent(
        """
        import itertools, sys
        from pathlib import Path
        from clio.models.ledger import Entry, Ledger
        ledger = Ledger(Path(sys.argv[1]))
        for number in itertools.count():
            ledger.commit([Entry(f"{number}", "extract", "m", "ok", "{}")])
            print(number, flush=True)
        """
    )
    path = tmp_path / "ledger.sqlite"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        told = [int(writer.stdout.readline()) for _ in range(200)]
        os.kill(writer.pid, signal.SIGKILL)
    assert Ledger(path).known(map(str, told)).keys() == set(map(str, told))


def test_the_file_is_for_its_owner_alone(tmp_path):
    ledger = Ledger(tmp_path / "ledger.sqlite")
    ledger.commit([Entry("a", "extract", "m", "ok", "{}")])
    assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o600}


def test_a_damaged_file_is_one_sentence(tmp_path):
    path = tmp_path / "ledger.sqlite"
    Path(path).write_bytes(b"no database" * 1000)
    with pytest.raises(RunFailed, match="ledger of paid answers is damaged; restore it from a copy"):
        Ledger(path)


def test_a_full_disk_is_one_sentence(tmp_path):
    ledger = Ledger(tmp_path / "ledger.sqlite")
    ledger._connection.execute("PRAGMA max_page_count = 12")
    entries = [Entry(f"{number}", "extract", "m", "ok", "x" * 1000) for number in range(200)]
    with pytest.raises(RunFailed, match=r"cannot be used .*full.*run the same command again"):
        ledger.commit(entries)
    assert ledger.known(entry.key for entry in entries) == {}, "a commit is whole or not at all"
    ledger._connection.execute("PRAGMA max_page_count = 1000000")
    ledger.commit(entries)
    assert len(ledger.known(entry.key for entry in entries)) == 200
