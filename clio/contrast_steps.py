"""What the stages of the contrast read and hand back: messages, and the groups that cut across clusters."""

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl

from clio.group_steps import base_of
from clio.keyed_hash import keyed_order, keyed_u64
from clio.release.schema import GROUPED_FACET, SURE
from clio.sae.blocks import Block, cut_blocks
from clio.sae.contrast import contrast, feature_marks
from clio.sae.group_names import IN_HALF, SINCE, name_group, words_apart
from clio.sae.telling import TELLING, Said, directions, telling_messages
from clio.sae.texts import conversation_texts
from clio.sae.utterances import fit_utterances, utterance_marks, utterances
from clio.settings import Settings
from clio.stages import Array, Output, Work
from clio.steps import bundled_labels
from clio.tables import GROUPS

OF_MESSAGES = 2**31
"""From here on marks are clusters of messages; below, features."""
SAMPLED_MESSAGES = 40_000
"""Messages that fine clusters are fitted on at most."""
READ = 4_000
"""Conversations at most, inside a group and outside each, whose words its name is taken from."""


def utter(work: Work) -> Mapping[str, Output]:
    """Conversations -> one vector per message."""
    said = utterances(work.read("conversations", None, "conversation_id", "messages"))
    return {"utterances": work.encode(said["text"].to_list())}


def find_groups(work: Work) -> Mapping[str, Output]:
    """Activations and messages before and since the day of sae.contrast -> groups of what rose, and who is in them."""
    sides = _sides(work)
    rows = sides.select("row", "account_id", "batch").rename({"row": "conversation_id"})
    features, told = _features(work, sides, rows)
    centers = _centers(work)
    marks = pl.concat([features, _messages(work, sides, centers)])
    own = pl.col("mark") < OF_MESSAGES
    tested = pl.concat([contrast(rows, marks.filter(part), work.key) for part in (own, ~own)])
    places = {OF_MESSAGES + number: center for number, center in enumerate(centers)}
    blocks = cut_blocks(rows, marks, tested, places)
    order = keyed_order(work.key, "group ids", [str(sorted(block.marks)) for block in blocks])
    names = {int(block): f"group-{number:03d}" for number, block in enumerate(order)}
    described: list[Mapping[str, str]] = [{}] * len(blocks)
    if not work.settings.policy.private_names:  # else their words are yet to be released
        described = _described(work, sides, blocks, told)
    groups = [
        {"group_id": names[at], **described[at], "z": block.z, "z_null": block.z_null}
        for at, block in enumerate(blocks)
    ]
    return {
        "groups": pl.DataFrame(groups, schema=dict(GROUPS)).sort("group_id"),
        "group_members": _members(work, sides, blocks, centers).select(
            "conversation_id", "message", group_id=pl.col("group").replace_strict(names, return_dtype=pl.String)
        ).sort("group_id", "conversation_id"),
    }  # fmt: skip


def _sides(work: Work) -> pl.DataFrame:
    """row (u32), conversation_id, account_id, batch of the conversations that can be published, by id.

    That are those of a base cluster whose account is known, and whose day where days are compared: what is left out of
    every number is left out of z.
    """
    shards = [
        work.accounts(shard).with_columns(
            _of_batch(work, shard).alias("batch"),
            base_of(work, shard, GROUPED_FACET).alias("base"),
        )
        for shard in work.workspace.shards()
    ]
    counted = pl.concat(shards).drop_nulls(["account_id", "batch", "base"]).drop("base")
    return counted.sort("conversation_id").with_row_index("row")


def _of_batch(work: Work, shard: str) -> pl.Series:
    """Which conversations of a shard are of the batch: those since the day, or those of half the accounts.

    Null where the day is unknown. The half is drawn by a keyed hash of the account's own id; who has none is of
    neither.
    """
    compared = work.settings.sae.contrast
    if compared == "half":
        accounts = work.accounts(shard)["account_id"]
        coin = keyed_u64(work.key, "half of the accounts", accounts.to_list()) < 2**63
        return pl.select(pl.when(accounts.is_not_null()).then(pl.Series(coin))).to_series()
    since = pl.col("created_at").dt.date() >= compared
    return work.read("conversations", shard, "created_at").select(since).to_series()


def _features(work: Work, sides: pl.DataFrame, rows: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Marks of features, and which mark is of which feature."""
    placed = sides.select("row", "conversation_id")
    active = [
        work.read("activations", shard).join(placed, on="conversation_id").select(
            "features", "values", conversation_id="row"
        )
        for shard in work.workspace.shards()
    ]  # fmt: skip
    return feature_marks(rows, pl.concat(active))


def _centers(work: Work) -> Array:
    """Centroids of fine clusters of messages, fitted on those with the smallest keyed hashes over all shards."""
    ids, sample = list[str](), list[Array]()
    for shard in work.workspace.shards():
        vectors = work.array("utterances", shard)
        place = pl.int_range(pl.len()).over("conversation_id")
        ids += _said(work, shard).select(pl.format("{}/{}", "conversation_id", place)).to_series().to_list()
        chosen = keyed_order(work.key, "messages", ids)[:SAMPLED_MESSAGES]
        rows = np.concatenate([*sample, vectors])[chosen]
        ids, sample = [ids[at] for at in chosen], [rows]
    return fit_utterances(ids, sample[0], work.key, work.settings.clustering.seed)


def _messages(work: Work, sides: pl.DataFrame, centers: Array) -> pl.DataFrame:
    """Marks of fine clusters of messages."""
    placed = sides.select("row", "conversation_id")
    marks = [
        utterance_marks(_said(work, shard), work.array("utterances", shard), centers)
        .join(placed, on="conversation_id").select(conversation_id="row", mark=pl.col("mark") + OF_MESSAGES)
        for shard in work.workspace.shards()
    ]  # fmt: skip
    return pl.concat(marks)


def _said(work: Work, shard: str) -> pl.DataFrame:
    return utterances(work.read("conversations", shard, "conversation_id", "messages"))


def _members(work: Work, sides: pl.DataFrame, blocks: Sequence[Block], centers: Array) -> pl.DataFrame:
    """conversation_id, group (the block's number) and message of every conversation in a block."""
    members = [
        block.members.select(row="conversation_id").join(sides, on="row")["conversation_id"]
        for block in blocks
    ]
    marked = [
        centers[(block.marks.filter(block.marks >= OF_MESSAGES) - OF_MESSAGES).to_numpy()] for block in blocks
    ]
    alike = directions(marked, members, (_told(work, shard) for shard in work.workspace.shards()))
    telling = [telling_messages(_told(work, shard), members, alike) for shard in work.workspace.shards()]
    listed = [
        pl.DataFrame({"conversation_id": own}).with_columns(group=pl.lit(at, pl.Int64))
        for at, own in enumerate(members)
    ]
    known = dict(list(TELLING.items())[:2])
    return pl.concat([pl.DataFrame(schema=known), *listed]).join(
        pl.concat(telling), on=list(known), how="left"
    )


def _told(work: Work, shard: str) -> Said:
    return Said(_said(work, shard)["conversation_id"], work.array("utterances", shard))


def _described(
    work: Work, sides: pl.DataFrame, blocks: Sequence[Block], told: pl.DataFrame
) -> list[Mapping[str, str]]:
    """Name and description of each block, from its features' public labels and from words of its members."""
    described = []
    for block, texts in zip(blocks, _texts(work, sides, blocks), strict=True):
        features = block.marks.filter(block.marks < OF_MESSAGES)
        kinds = {"SAE features": len(features), "clusters of messages": len(block.marks) - len(features)}
        words = words_apart(texts, work.settings.privacy.min_accounts)
        found_by = " and ".join(kind for kind, marks in kinds.items() if marks)
        described.append(
            name_group(_labels(work.settings, features, told), words, found_by, rose(work.settings))
        )
    return described


def rose(settings: Settings) -> str:
    """What is said of a group before how it was found: what it rose from."""
    return IN_HALF if settings.sae.contrast == "half" else SINCE


def _texts(work: Work, sides: pl.DataFrame, blocks: Sequence[Block]) -> list[pl.DataFrame]:
    """Of each block conversation_id, account_id, inside and text of a keyed sample; every shard is read once."""
    samples = [_sample(work, sides, block) for block in blocks]
    if not samples:
        return []
    wanted = pl.concat(samples).select("conversation_id").unique()
    read = []
    for shard in work.workspace.shards():
        own = work.read("conversations", shard, "conversation_id", "messages")
        own = own.join(wanted, on="conversation_id", how="semi")
        said = pl.Series("text", conversation_texts(own), dtype=pl.String)
        read.append(own.select("conversation_id", said))
    texts = pl.concat(read)
    return [sample.join(texts, on="conversation_id", maintain_order="left") for sample in samples]


def _sample(work: Work, sides: pl.DataFrame, block: Block) -> pl.DataFrame:
    """conversation_id, account_id, inside of at most READ conversations in the block and as many outside."""
    inside = pl.col("row").is_in(block.members["conversation_id"].implode())
    chosen = []
    for part in (inside, ~inside):
        own = sides.filter(part)
        order = keyed_order(work.key, "words of groups", own["conversation_id"].to_list())[:READ]
        chosen.append(own[np.sort(order).tolist()].with_columns(inside=inside))
    sample: pl.DataFrame = pl.concat(chosen).select("conversation_id", "account_id", "inside")
    return sample


def _labels(settings: Settings, marks: pl.Series, told: pl.DataFrame) -> list[str]:
    """Sure public labels of the features behind `marks`; an SAE's own, so of a file's features none."""
    return sure_labels(marks, told) if settings.sae.activations == "bundled" else []


def sure_labels(marks: pl.Series, told: pl.DataFrame) -> list[str]:
    """Sure labels of the bundled SAE's features behind `marks`, in their order; `told` as feature_marks gives it."""
    sure = bundled_labels().filter(pl.col("label_score") >= SURE).select("feature_id", "label")
    found = pl.DataFrame({"mark": marks}).join(told, on="mark", maintain_order="left").join(
        sure.drop_nulls("label"), on="feature_id", maintain_order="left"
    )  # fmt: skip
    return found["label"].drop_nulls().to_list()
