"""What a group that cuts across clusters is called: labels of its features, else words that set it apart.

Both are public: labels were made of public text, words stand on the public list and are said by enough accounts.
"""

import re
from collections.abc import Mapping, Sequence

import polars as pl

from clio.privacy.candidates import MIXED
from clio.privacy.wording import MAX_NAME_WORDS, check_wording
from clio.public.words import load_words
from clio.sae.contrast import contrast

MOST_WORDS = 4
CLEAR = 3.0
"""z from which a word is said to set a group apart."""
GENERIC = 0.1
"""Weight on the public list of words that say nothing by themselves."""
UNNAMED = "A change without words of its own"
SINCE = "More accounts did this than before, in whatever cluster"
IN_HALF = "By chance, more accounts of one random half did this than of the other, in whatever cluster"
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")


def words_apart(told: pl.DataFrame, min_accounts: int) -> list[str]:
    """Public words that more accounts say inside a group than outside, clearest first.

    Args:
        told: conversation_id, account_id, inside (bool), text.
        min_accounts: accounts inside that must say a word.
    """
    lemmas = {
        form: words[0].lemma for form, words in load_words().by_form.items() if words[0].weight > GENERIC
    }
    names = sorted(set(lemmas.values()))
    numbers = {name: number for number, name in enumerate(names)}
    found = [
        sorted({numbers[lemmas[word]] for word in _WORD.findall(text.lower()) if word in lemmas})
        for text in told["text"]
    ]
    said = told.select(
        "conversation_id", "account_id", "inside", mark=pl.Series(found, dtype=pl.List(pl.UInt32))
    )
    said = said.explode("mark").drop_nulls("mark")
    support = said.filter("inside").group_by("mark").agg(accounts=pl.col("account_id").n_unique())
    enough = support.filter(pl.col("accounts") >= min_accounts)
    sides = told.select("conversation_id", "account_id", batch="inside")
    tested = contrast(sides, said.select("conversation_id", "mark"), b"", splits=0)
    clear = tested.filter(pl.col("z") >= CLEAR).join(enough, on="mark", how="semi")
    return [
        names[mark] for mark in clear.sort("z", "mark", descending=[True, False])["mark"].head(MOST_WORDS)
    ]


def name_group(
    labels: Sequence[str], words: Sequence[str], found_by: str, rose: str = SINCE
) -> Mapping[str, str]:
    """Name and description; what the wording gate objects to is left out."""
    apart = f" Words that set it apart: {', '.join(words)}." if words else ""
    description = f"{rose}, as told by {found_by}.{apart}"
    for name in (_of_labels(labels), f"Set apart by: {', '.join(words)}" if words else ""):
        if name and check_wording(name, description) is None:
            return {"name": name, "description": description}
    plain = f"{rose}, as told by {found_by}."
    return {"name": UNNAMED, "description": plain}


def name_by_words(phrase: str | None, tags: Sequence[str], rose: str = SINCE) -> Mapping[str, str]:
    """Name and description of released words alone: a public phrase, and tags that enough accounts share.

    What the group was found by, and what its features are called, is said nowhere: that no mechanism released.
    """
    told = phrase if phrase != MIXED else None  # no name: whatever cuts across clusters asks for many things
    name = f"Most like: {told[0].lower()}{told[1:]}" if told else UNNAMED
    if check_wording(name, f"{rose}.") is not None:
        name = UNNAMED
    description = f"{rose}. Its messages share: {', '.join(tags)}." if tags else f"{rose}."
    return {"name": name, "description": f"{rose}." if check_wording(name, description) else description}


def _of_labels(labels: Sequence[str]) -> str:
    """As many labels as a name holds, strongest first."""
    name = ""
    for label in dict.fromkeys(labels):
        longer = f"{name}; {label}" if name else label
        if len(longer.split()) > MAX_NAME_WORDS:
            break
        name = longer
    return name
