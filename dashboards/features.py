"""Features as a release tells of them: one row per feature, and how a label is shown."""

from typing import Any

import polars as pl

from clio.release.schema import SURE
from dashboards.text import DASH, for_html


def of_groups(features: pl.DataFrame, clusters: pl.DataFrame) -> pl.DataFrame:
    """One row per feature that stands out in a base group of `clusters`, those with a sure label first.

    Columns: feature_id, label, label_score, nearest, base_share, lift (the largest), groups (their number).
    """
    own = features.join(clusters.select("cluster_id"), on="cluster_id", how="semi")
    listed = own.group_by("feature_id").agg(
        pl.col("label", "label_score", "nearest", "base_share").first(), pl.col("lift").max(), groups=pl.len()
    )
    sure = (pl.col("label_score") >= SURE).fill_null(False)
    return listed.sort(
        sure, pl.col("label").is_not_null(), "lift", "feature_id", descending=[True, True, True, False]
    )


def matching(listed: pl.DataFrame, words: str) -> pl.DataFrame:
    """Features whose label holds every word of `words`, in any case, or whose number is asked; all without words."""
    text = pl.format("{} {}", pl.col("label").fill_null("").str.to_lowercase(), "feature_id")
    return listed.filter(*(text.str.contains(word, literal=True) for word in words.lower().split()))


def named(row: dict[str, Any]) -> str:
    """The label of a feature, or its number where it has none."""
    return str(row["label"]) if row["label"] is not None else f"Feature {row['feature_id']}"


def score(value: float | None) -> str:
    """A label's score in HTML; one below SURE is called unsure."""
    if value is None:
        return DASH
    return f"{value:.2f}" if value >= SURE else f'{value:.2f} <span class="clio-unsure">unsure</span>'


def table(rows: pl.DataFrame) -> str:
    """The features of one group in HTML, labelled ones first."""
    ordered = rows.sort(pl.col("label").is_null(), "lift", "feature_id", descending=[False, True, False])
    lines = "".join(
        f"<tr><td><b>{for_html(named(row))}</b></td><td>{score(row['label_score'])}</td>"
        f"<td>{row['lift']:.3g}×</td></tr>"
        for row in ordered.iter_rows(named=True)
    )
    return (
        '<table class="clio-table"><thead><tr><th>Feature</th><th>Score of its label</th><th>Lift</th></tr></thead>'
        f"{lines}</table>"
    )
