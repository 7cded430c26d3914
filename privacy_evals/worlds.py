"""What several evaluations share: which policies are measured, and generated conversations on disk."""

import json
from pathlib import Path
from typing import Any

import polars as pl

from clio.policies import POLICIES as KNOWN
from clio.storage import private_folder

POLICIES: tuple[str, ...] = tuple(name for name in ("paper", "guarded", "dp") if name in KNOWN)
"""Every policy of this version, the weakest first."""

EXPECTED_ACCOUNTS = 2000
"""What dp is told of the windows that are generated here; the least that leaves several clusters at ε 4."""


def overrides_for(policy: str, scratch: Path, k: int, epsilon: float = 4.0) -> dict[str, Any]:
    """Settings of a run under `policy` with `k` clusters, which charges a budget file of its own in `scratch`.

    The limit is lifted, since an evaluation publishes the same generated window again and again.
    """
    chosen: dict[str, Any] = {"privacy.policy": policy, "clustering.k": k}
    if policy != "paper":
        budget = {"privacy.budget_file": str(scratch / "budget.jsonl"), "privacy.budget_epsilon": 1e9}
        chosen |= {"privacy.epsilon": epsilon, **budget}
    if policy == "dp":
        chosen |= {"privacy.expected_accounts": EXPECTED_ACCOUNTS}
    return chosen


def write_conversations(table: pl.DataFrame, path: Path) -> Path:
    """Write conversations (synthetic.generator.CONVERSATIONS_SCHEMA) as JSON lines, mode 0600; returns `path`."""
    private_folder(path.parent)
    path.touch(mode=0o600)
    dated = table.with_columns(pl.col("created_at").dt.to_string("%Y-%m-%dT%H:%M:%SZ"))
    with path.open("w", encoding="utf-8") as lines:
        for row in dated.iter_rows(named=True):
            record = {**row, "metadata": json.loads(row["metadata"] or "{}")}
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path
