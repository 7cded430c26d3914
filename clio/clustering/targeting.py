"""Targeted clustering: which SAE features are joined where some were asked for, by words or by their ids.

Interpretable features as handles on a clustering are due to Jiang et al. 2025 (interp_embed). What is chosen depends on
the settings and on labels, which come from public text: on no conversation.
"""

import polars as pl

from clio.errors import UserError
from clio.public.words import plain
from clio.release.schema import SURE
from clio.settings.sections import SaeSettings


def chosen_features(sae: SaeSettings, labels: pl.DataFrame) -> pl.Series | None:
    """The ids, u32 ascending, of the features to join; None where all are.

    A query chooses the features whose label has one of its words, in any form that the public word list knows; of
    these the ones with a sure label, where there are any. `labels` is tables.LABELS. Raises UserError when the query
    chooses none.
    """
    if sae.query is None and not sae.features:
        return None
    asked = {plain(word) for word in sae.query.replace(",", " ").split()} if sae.query else set[str]()
    words = pl.col("label").str.to_lowercase().str.extract_all(r"[\p{L}\p{N}'-]+")
    spelled = labels.drop_nulls("label").with_columns(word=words).explode("word").drop_nulls("word")
    spelled = spelled.with_columns(pl.col("word").map_elements(plain, return_dtype=pl.String))
    found = spelled.filter(pl.col("word").is_in(sorted(asked)))
    sure = found.filter(pl.col("label_score") >= SURE)
    found = sure if sure.height else found
    if sae.query and found.is_empty():
        raise UserError(
            f"sae.query: no feature has a label with a word of {sae.query!r:.60}: choose other words, or features by "
            "their ids (sae.features)."
        )
    ids = [*found["feature_id"].to_list(), *sae.features]
    return pl.Series("features", sorted(set(ids)), dtype=pl.UInt32)


def only(active: pl.Series, chosen: pl.Series | None) -> pl.Series:
    """Lists of features (list[u32]) with those alone that are chosen. Raises UserError when none of them is active."""
    if chosen is None:
        return active
    kept = active.list.set_intersection(pl.Series([chosen.to_list()], dtype=pl.List(pl.UInt32)))
    if not (kept.list.len() > 0).any():
        raise UserError(
            "sae.features: none of the chosen features is active in these conversations: choose others."
        )
    return kept.list.sort()
