"""A command loads what it works with and nothing else: help, a slip and the reading of a release come at once."""

import json
import subprocess
import sys

import pytest

RUNS = {
    "torch",
    "sklearn",
    "opendp",
    "prefect",
    "streamlit",
    "spacy",
    "sentence_transformers",
    "umap",
    "pandas",
}
TABLES = {"polars", "pyarrow", "scipy"}
PROBE = "import json, sys; from clio.cli.main import exit_code; code = exit_code(sys.argv[1:]); "
PROBE += "print(json.dumps([code, *sys.modules]), file=sys.stderr)"


@pytest.mark.parametrize(
    ("arguments", "code", "unused"),
    [
        (("--help",), 0, RUNS | TABLES),
        (("run", "--help"), 0, RUNS | TABLES),
        (("run", "x.jsonl", "--k", "several"), 2, RUNS | TABLES),
        (("run", "x.jsonl", "--policy", "strict"), 2, RUNS | TABLES),
        (("run", "nowhere.jsonl"), 2, RUNS),
        (("show", "RELEASE"), 0, RUNS),
        (("verify", "RELEASE"), 0, RUNS),
        (("export", "RELEASE", "--out", "EXPORT"), 0, RUNS),
        (("init", "--out", "SETTINGS"), 0, RUNS),
    ],
    ids=lambda part: (
        " ".join(part) if isinstance(part, tuple) else ""
    ),  # sets have another order in each process
)
def test_what_a_command_loads(guarded_run, tmp_path, arguments, code, unused):
    places = {"RELEASE": guarded_run, "EXPORT": tmp_path / "tables", "SETTINGS": tmp_path / "clio.toml"}
    command = [sys.executable, "-c", PROBE, *(str(places.get(word, word)) for word in arguments)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    found, *modules = json.loads(done.stderr.splitlines()[-1])
    assert found == code, done.stderr
    assert not unused & set(modules)
