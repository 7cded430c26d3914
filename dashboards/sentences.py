"""A manifest in plain words."""

from clio.release.schema import Manifest
from dashboards.text import amount, label

HEADLINES = {"conversations": "Conversations", "accounts": "Accounts"}
COUNTED = {
    "read": "records were read",
    "quarantined": "records could not be read and were set aside",
    "duplicates": "records were duplicates",
    "screened_out": "conversations were screened out before anything else",
    "excluded": "conversations of excluded accounts were dropped",
    "conversations_without_account": "conversations had no account and count for no threshold",
    "not_clustered": "conversations had nothing to group them by",
}
POOLED = {
    "clusters_merged": "groups were too small and were merged into their nearest neighbour",
    "clusters_left_out": "groups could not pass the size rules and are in no number",
    "conversations_left_out": "conversations are in no group and no number",
    "values_pooled": "breakdown values were pooled into “other”",
    "breakdowns_unpublished": "breakdowns would have had a single cell and are not published",
    "periods_pooled": "periods were counted together with a neighbouring one",
    "timelines_unpublished": "timelines had too few conversations and are not published",
    "withheld": "items were withheld because a step failed",
}
NONE = (0, "0")


def window(manifest: Manifest) -> str:
    """The days a release covers."""
    start, end = manifest.window.get("start"), manifest.window.get("end")
    if not start or not end:
        return "Over conversations without dates"
    return f"From {start} to {end}"


def changes(manifest: Manifest) -> list[str]:
    """What stands between the conversations and the numbers shown, one sentence each: notes, counts, fallbacks."""
    told = {**manifest.counts, **manifest.pooled}
    sentences = list(manifest.notes)
    for key, value in told.items():
        if key in HEADLINES or value in NONE:
            continue
        words = {**COUNTED, **POOLED}.get(key) or label(key).lower()
        sentences.append(f"{amount(value)} {words}.")
    return sentences + [f"Fallback: {fallback}" for fallback in manifest.fallbacks]


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
