"""Labels of features, made from public text alone, and how far they can be trusted.

A label is up to three words: those that stand out, by class-based TF-IDF (Grootendorst 2022, "BERTopic", a feature
being a class), among the words on which the feature fires strongest. How well it describes the feature is measured on
other text, as others score explanations (Bills et al. 2023, "Language models can explain neurons in language models";
Paulo et al. 2024, "Automatically interpreting millions of features in large language models"), with the simplest of
scorers, which knows of a text only whether the label's words are in it:

- detection: are texts in which the feature fires told from others by how many of the label's words they hold?
- fuzzing: are the words on which it fires told, in those texts, from their other words by being one of the label's?

Both are areas under the ROC curve, .5 for a label that says nothing; the score is the lesser of the two. To fire is to
be above the feature's 95th percentile, above which a conversation keeps it. No language model is asked. What is read is
PublicText, which a caller names as such; nothing of a run comes here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import polars as pl
import torch
from numpy.typing import NDArray
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from clio.public.words import load_words
from clio.release.schema import SURE
from clio.sae.activations import FeatureEncoder
from clio.sae.autoencoder import SparseAutoencoder
from clio.sae.firing import FIRINGS, firings
from clio.sae.texts import conversation_texts
from clio.synthetic.generator import generate

STRONGEST = 100
"""Firings, one a word and text, that a label is made from."""
MOST_WORDS = 3
LEAST_TEXTS = 3
"""Different texts that a word of a label must come from: what one text says is no label."""
LEAST_SHARE, LEAST_COVERED = 0.08, 0.3
"""Share of the firings on a word of a label, and on all of them; a feature below fires on anything and has no label."""
TELLING = 0.3
"""Weight in the public word list from which a word that some count as a function word is none ("system")."""
LEAST_FIRING = 5
"""Held-out texts in which a feature must fire to have a score."""
NEIGHBOURS = 5
CONVERSATIONS, ACCOUNTS, SEEDS = 3_000, 1_500, (102, 103)
ROWS_AT_ONCE = 1024

Texts = Callable[[], Iterable[str]]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class PublicText:
    """Text that anybody may read, of which labels are made: its words are published with them.

    `read` is what labels come from, `held_out` what they are scored on; each opens the texts anew.
    """

    read: Texts
    held_out: Texts


def generated_text() -> PublicText:
    """Conversations that Clio generates."""

    def opened(seed: int) -> Texts:
        return lambda: conversation_texts(generate(CONVERSATIONS, ACCOUNTS, seed)[0])

    return PublicText(opened(SEEDS[0]), opened(SEEDS[1]))


class Labelled(NamedTuple):
    """Labels of all F features, and how good they are in all."""

    features: pl.DataFrame
    """feature_id u32 from 0, label str?, label_score f32?, detection and fuzzing f64?"""
    dealt: pl.DataFrame
    """feature_id, detection and fuzzing f64? of the same labels, each dealt to another feature: the control"""

    @property
    def control(self) -> float | None:
        """Mean score of labels that are dealt out at random: near .5 unless the scorer is biased."""
        return _mean(_lesser(self.dealt))

    @property
    def labelled_share(self) -> float:
        """Share of features with a label."""
        return 1 - self.features["label"].null_count() / max(1, self.features.height)

    @property
    def sure_share(self) -> float:
        """Share of features with a label that is sure."""
        return int((self.features["label_score"] >= SURE).sum()) / max(1, self.features.height)

    def figures(self) -> dict[str, float | None]:
        """What a report tells: means over the scored labels, and the same over labels that are dealt at random."""
        return {
            "labelled_share": self.labelled_share,
            "sure_share": self.sure_share,
            "control_sure_share": int((_lesser(self.dealt) >= SURE).sum()) / max(1, self.features.height),
            "mean_detection": _mean(self.features["detection"]),
            "control_detection": _mean(self.dealt["detection"]),
            "mean_fuzzing": _mean(self.features["fuzzing"]),
            "control_fuzzing": _mean(self.dealt["fuzzing"]),
            "mean_score": _mean(self.features["label_score"]),
            "control_score": self.control,
        }


def _lesser(scores: pl.DataFrame) -> pl.Series:
    """The score of each label, null where it could not be scored."""
    both = pl.col("detection").is_not_null() & pl.col("fuzzing").is_not_null()
    return scores.select(pl.when(both).then(pl.min_horizontal("detection", "fuzzing"))).to_series()


def _mean(scores: pl.Series) -> float | None:
    mean = scores.mean()
    return mean if isinstance(mean, float) else None


def label_features(encoder: FeatureEncoder, text: PublicText, seed: int = 0) -> Labelled:
    """Label the features of an SAE and score the labels; memory grows with the held-out text and the features.

    Raises UserError when the model cannot be read.
    """
    width = encoder.autoencoder.width
    words = label_words(strongest(firings(text.read(), encoder.reader, encoder.autoencoder)))
    seen = HeldOut.of(firings(text.held_out(), encoder.reader, encoder.autoencoder), encoder.reference.q95)
    scores = seen.scores(words)
    dealt = seen.scores(shuffled(words, seed))
    labels = words.group_by("feature_id", maintain_order=True).agg(label=pl.col("word").str.join(", "))
    features = (
        pl.DataFrame({"feature_id": np.arange(width, dtype=np.uint32)})
        .join(labels, on="feature_id", how="left", maintain_order="left")
        .join(scores, on="feature_id", how="left", maintain_order="left")
        .with_columns(label_score=pl.min_horizontal("detection", "fuzzing").cast(pl.Float32))
        .with_columns(pl.when(pl.col("detection").is_not_null()).then("label_score"))
    )
    return Labelled(features.select("feature_id", "label", "label_score", "detection", "fuzzing"), dealt)


def strongest(chunks: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Of each feature the STRONGEST firings (FIRINGS), whatever the chunks they come in."""
    kept = pl.DataFrame(schema=FIRINGS)
    order = ["feature_id", "value", "text", "word"]
    for chunk in chunks:
        ranked = pl.concat([kept, chunk]).sort(order, descending=[False, True, False, False])
        kept = ranked.filter(pl.int_range(pl.len()).over("feature_id") < STRONGEST)
    return kept


def label_words(found: pl.DataFrame) -> pl.DataFrame:
    """feature_id and word of each label, by feature and most telling word first, from the strongest firings.

    The weight of a word is its share of the feature's firings x log(1 + A / its count over all features), A being the
    firings of a feature on average. Words are letters alone, no function words, and from LEAST_TEXTS texts.
    """
    listed = load_words().by_form
    functional = [
        word for word in ENGLISH_STOP_WORDS if not any(w.weight >= TELLING for w in listed.get(word, ()))
    ]
    counted = found.group_by("feature_id", "word").agg(
        n=pl.len().cast(pl.Int64), texts=pl.col("text").n_unique()
    )
    average = found.height / max(1, found["feature_id"].n_unique())
    weighed = counted.with_columns(
        share=pl.col("n") / pl.col("n").sum().over("feature_id"),
        rarity=(1 + average / pl.col("n").sum().over("word")).log(),
    ).with_columns(weight=pl.col("share") * pl.col("rarity"))
    word = pl.col("word")
    content = word.str.contains(r"^\p{L}{3,}$") & ~word.is_in(functional)
    telling = weighed.filter(content, pl.col("texts") >= LEAST_TEXTS, pl.col("share") >= LEAST_SHARE).sort(
        "feature_id", "weight", "word", descending=[False, True, False]
    )
    chosen = telling.filter(pl.int_range(pl.len()).over("feature_id") < MOST_WORDS)
    covered = pl.col("share").sum().over("feature_id") >= LEAST_COVERED
    return chosen.filter(covered).select("feature_id", "word")


def shuffled(words: pl.DataFrame, seed: int) -> pl.DataFrame:
    """The same labels, each given to another feature."""
    features = words["feature_id"].unique(maintain_order=True).to_numpy()
    order = np.random.default_rng(seed).permutation(len(features))
    swapped = pl.DataFrame({"feature_id": features[order], "other": np.roll(features[order], 1)})
    return words.join(swapped, on="feature_id").select(feature_id="other", word="word")


@dataclass(frozen=True)
class HeldOut:
    """What happens in the held-out text: which words it has, and where features fire."""

    held: pl.DataFrame
    """text, word: every word of every text once"""
    fired: pl.DataFrame
    """text, word, feature_id: where a feature is above its 95th percentile"""

    @classmethod
    def of(cls, chunks: Iterable[pl.DataFrame], q95: NDArray[np.float32]) -> "HeldOut":
        """Read FIRINGS; `q95` float32 [F]."""
        usual = pl.DataFrame({"feature_id": np.arange(len(q95), dtype=np.uint32), "usual": q95})
        held, fired = (
            [pl.DataFrame(schema={n: FIRINGS[n] for n in ("text", "word")})],
            [pl.DataFrame(schema=FIRINGS)],
        )
        for chunk in chunks:
            held.append(chunk.select("text", "word").unique())
            fired.append(
                chunk.join(usual, on="feature_id").filter(pl.col("value") > pl.col("usual")).drop("usual")
            )
        return cls(pl.concat(held), pl.concat(fired).drop("value"))

    def scores(self, words: pl.DataFrame) -> pl.DataFrame:
        """feature_id, detection and fuzzing of each label in `words` (feature_id, word) that can be scored."""
        found = self._detection(words).join(self._fuzzing(words), on="feature_id")
        return found.filter(pl.col("firing") >= LEAST_FIRING).select("feature_id", "detection", "fuzzing")

    def _detection(self, words: pl.DataFrame) -> pl.DataFrame:
        texts = self.held["text"].n_unique()
        fires = self.fired.select("text", "feature_id").unique().with_columns(fires=pl.lit(True))
        hits = words.join(self.held, on="word").group_by("feature_id", "text").agg(hits=pl.len())
        counted = (
            hits.join(fires, on=["feature_id", "text"], how="left")
            .group_by("feature_id", "hits")
            .agg(inside=pl.col("fires").fill_null(False).sum().cast(pl.Int64), of=pl.len().cast(pl.Int64))
        )
        own = words.select("feature_id").unique().join(
            fires.group_by("feature_id").agg(firing=pl.len().cast(pl.Int64)), on="feature_id"
        ).sort("feature_id")  # fmt: skip
        place = {feature: row for row, feature in enumerate(own["feature_id"])}
        inside, outside = np.zeros((2, own.height, MOST_WORDS + 1), np.int64)
        for feature, number, n, of in counted.iter_rows():
            if feature in place:
                inside[place[feature], number], outside[place[feature], number] = n, of - n
        firing = own["firing"].to_numpy()
        inside[:, 0] = firing - inside.sum(1)
        outside[:, 0] = texts - firing - outside.sum(1)
        return own.with_columns(detection=pl.Series(roc_area(inside, outside)).fill_nan(None))

    def _fuzzing(self, words: pl.DataFrame) -> pl.DataFrame:
        sizes = self.held.group_by("text").agg(size=pl.len().cast(pl.Int64))
        labelled = words.with_columns(named=pl.lit(True))
        fired = self.fired.join(labelled, on=["feature_id", "word"], how="left").group_by("feature_id").agg(
            inside=pl.len().cast(pl.Int64), inside_named=pl.col("named").is_not_null().sum().cast(pl.Int64)
        )  # fmt: skip
        firing = self.fired.select("text", "feature_id").unique()
        all_words = firing.join(sizes, on="text").group_by("feature_id").agg(pl.col("size").sum())
        named = (
            firing.join(words, on="feature_id")
            .join(self.held, on=["text", "word"])
            .group_by("feature_id")
            .agg(named=pl.len().cast(pl.Int64))
        )
        table = (
            words.select("feature_id").unique().sort("feature_id")
            .join(fired, on="feature_id").join(all_words, on="feature_id")
            .join(named, on="feature_id", how="left").with_columns(pl.col("named").fill_null(0)).sort("feature_id")
        )  # fmt: skip
        inside, inside_named, size, all_named = (
            table[name].to_numpy() for name in ("inside", "inside_named", "size", "named")
        )
        outside, outside_named = size - inside, all_named - inside_named
        area = roc_area(
            np.stack([inside - inside_named, inside_named], 1),
            np.stack([outside - outside_named, outside_named], 1),
        )
        return table.select("feature_id", fuzzing=pl.Series(area).fill_nan(None))


def roc_area(inside: NDArray[np.int64], outside: NDArray[np.int64]) -> Floats:
    """Area under the ROC curve of each row: how often one inside has a higher value than one outside, ties half.

    `inside`, `outside` int64 [n, v]: how many have each of v values, ascending. NaN where one side is empty.
    """
    below = np.cumsum(outside, 1) - outside
    pairs = inside.sum(1) * outside.sum(1)
    won = (inside * (below + outside / 2)).sum(1)
    area: Floats = np.divide(won, pairs, out=np.full(len(won), np.nan), where=pairs > 0)
    return area


def nearest_features(autoencoder: SparseAutoencoder, most: int = NEIGHBOURS) -> NDArray[np.uint32]:
    """Of each feature the others whose decoder rows have the largest cosine with its own, uint32 [F, most]."""
    rows = torch.nn.functional.normalize(autoencoder.W_dec.cpu(), dim=1)
    most, found = min(most, len(rows) - 1), []
    for start in range(0, len(rows), ROWS_AT_ONCE):
        cosine = rows[start : start + ROWS_AT_ONCE] @ rows.T
        cosine[torch.arange(len(cosine)), torch.arange(start, start + len(cosine))] = -2
        found.append(cosine.topk(most, dim=1).indices)
    return torch.cat(found).numpy().astype(np.uint32)
