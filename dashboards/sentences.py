"""A manifest in plain words."""

from clio.release.schema import Manifest
from dashboards.text import amount, label

HEADLINES = {"conversations": "Conversations", "accounts": "Accounts"}
COUNTED = {
    "read": "records read",
    "quarantined": "records that could not be read, set aside",
    "duplicate": "duplicates, dropped",
    "excluded": "conversations of excluded accounts, dropped",
    "without_activations": "conversations without activations, grouped by what they say alone",
    "outside_window": "conversations outside the window that was asked for",
    "not_sampled": "conversations left out by the sample that was asked for",
    "screened_out": "conversations screened out before anything else",
    "refused": "conversations that the language model refused to describe",
    "failed": "conversations without a usable answer of the language model",
    "conversations_without_account": "conversations without an account, which count for no threshold",
    "not_clustered": "conversations with nothing to group them by",
}
POOLED = {
    "clusters_merged": "small groups merged into their nearest neighbour",
    "clusters_left_out": "groups too small to publish, in no number",
    "conversations_left_out": "conversations in no group and no number",
    "values_pooled": "breakdown values pooled into “other”",
    "breakdowns_unpublished": "breakdowns not published, because a single cell was left",
    "periods_pooled": "periods of the timeline counted together with a neighbour",
    "timelines_unpublished": "timelines not published, because a single period was left",
    "withheld": "items withheld because a step failed",
}
NONE, HARDLY = (0, "0"), "0-10"


def window(manifest: Manifest) -> str:
    """The days a release covers."""
    start, end = manifest.window.get("start"), manifest.window.get("end")
    if not start or not end:
        return "Over conversations without dates"
    return f"From {start} to {end}"


def changed_counts(manifest: Manifest) -> list[tuple[str, str]]:
    """What stands between the conversations and the numbers shown: pairs of amount and words, rarest last.

    What happened at most ten times is told in one row; what did not happen is not told.
    """
    told = {**manifest.counts, **manifest.pooled}
    known = {**COUNTED, **POOLED}
    rows, rare = [], []
    for key in sorted(told, key=lambda key: list(known).index(key) if key in known else len(known)):
        if key in HEADLINES or told[key] in NONE:
            continue
        words = known.get(key) or label(key).lower()
        if told[key] == HARDLY:
            rare.append(words)
        else:
            rows.append((amount(told[key]), words))
    return rows + ([(amount(HARDLY), "each: " + "; ".join(rare))] if rare else [])


def made_with(manifest: Manifest) -> list[tuple[str, str]]:
    """Where a release comes from: pairs of title and value."""
    budget = manifest.budget
    rows = [
        ("Release", manifest.release_id),
        ("Made", f"{manifest.created_at:%Y-%m-%d %H:%M} UTC"),
        ("Provider", manifest.provider),
        *((label(name), model) for name, model in manifest.models.items()),
        ("Clio", manifest.code_version),
    ]
    rows += [(f"Budget for {label(name).lower()}", f"ε {part:g}") for name, part in budget.parts.items()]
    for name, value in (budget.cumulative or {}).items():
        rows.append((f"Spent in all, {name}", f"{value:g}"))
    return rows
