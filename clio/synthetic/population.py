"""Who asks what and when: accounts with habits, a few of them heavy, over four weeks with days and nights."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from clio.errors import UserError
from clio.synthetic.catalogue import BY_LANGUAGE, FOREIGN, ORGANIC
from clio.synthetic.planted import CAMPAIGN, RARE

WINDOW_START = datetime(2026, 6, 1, tzinfo=UTC)
WINDOW_DAYS = 28
DOMINATED_TOPIC = "product_description"
"""The topic of which one account supplies about half."""
PII, CAMPAIGN_PLANT, RARE_PLANT, DOMINANT_PLANT = "pii", "campaign", "rare_sensitive", "dominant_account"
"""What the column `planted` of the ground truth can say."""

_FOREIGN_SHARES = {"es": 0.05, "fr": 0.04, "de": 0.037, "pt": 0.03, "zh": 0.025}
_MOTHER_TONGUE_RATE = 0.9
_HOUR_WEIGHTS = np.array(
    [2, 1, 1, 1, 1, 2, 4, 7, 11, 14, 15, 14, 12, 13, 14, 14, 13, 12, 11, 11, 11, 9, 6, 4.0]
)
_DAY_WEIGHTS = np.array([1.08, 1.1, 1.05, 1.02, 0.92, 0.52, 0.56])
_UTC_OFFSETS = {
    "en": (-5, -4, 1, 1, 1, 2),
    "es": (-6, -5, 2),
    "fr": (2, 2, -4),
    "de": (2,),
    "pt": (-3, 1),
    "zh": (8,),
}
_RING_SHARE, _RING_CONVERSATIONS, _RING_DAYS = 0.008, 0.02, (8, 15)
_RARE_ACCOUNTS, _RARE_CONVERSATIONS = 7, 12
_HEAVY_SHARE, _HEAVY_EXTRA = 0.002, 0.12
_PII_RATE = 0.04
_NAMES = [topic.name for topic in ORGANIC]


@dataclass(frozen=True)
class Cast:
    """Which account plays which part; accounts are numbered from zero."""

    dominant: int
    rare: NDArray[np.int64]
    ring: NDArray[np.int64]
    heavy: NDArray[np.int64]
    ordinary: NDArray[np.int64]


class Row(NamedTuple):
    """One conversation before it has words."""

    account: int
    topic: str
    language: str
    planted: str | None
    created_at: datetime
    plan: str
    product: str


def populate(conversations: int, accounts: int, rng: np.random.Generator) -> list[Row]:
    """All rows of a population, in no order; raises UserError when there is too little to plant in."""
    if conversations < 100 or accounts < 50:
        raise UserError(
            "Generated data needs at least 100 conversations and 50 accounts; raise both numbers."
        )
    cast = _cast(accounts)
    ring = np.resize(cast.ring, round(_RING_CONVERSATIONS * conversations))
    rare = np.resize(cast.rare, min(_RARE_CONVERSATIONS, conversations // 40))
    weights = _topic_weights()
    dominant = np.full(round(weights[_NAMES.index(DOMINATED_TOPIC)] * conversations / 2), cast.dominant)
    organic = _organic_accounts(cast, conversations - len(ring) - len(rare) - len(dominant), rng)
    tongues = _mother_tongues(cast, accounts, rng)
    languages = np.where(rng.random(len(organic)) < _MOTHER_TONGUE_RATE, tongues[organic], "en")
    topics = _organic_topics(organic, languages, cast, weights, rng)
    planted = np.where(rng.random(len(organic)) < _PII_RATE, PII, "")
    parts = (
        (organic, topics, languages, planted),
        (ring, CAMPAIGN, "en", CAMPAIGN_PLANT),
        (rare, RARE, "en", RARE_PLANT),
        (dominant, DOMINATED_TOPIC, "en", DOMINANT_PLANT),
    )
    columns = [
        np.concatenate([np.broadcast_to(np.asarray(part[at]), len(part[0])) for part in parts])
        for at in range(4)
    ]
    return _rows(columns, cast, accounts, rng)


def _cast(accounts: int) -> Cast:
    ring = min(60, max(6, round(_RING_SHARE * accounts)))
    heavy = max(3, round(_HEAVY_SHARE * accounts))
    edges = np.cumsum([1, _RARE_ACCOUNTS, ring, heavy])
    parts = np.split(np.arange(accounts), edges)
    return Cast(0, parts[1], parts[2], parts[3], parts[4])


def _topic_weights() -> NDArray[np.float64]:
    weights = np.array([topic.weight for topic in ORGANIC])
    return np.asarray(weights / weights.sum())


def _organic_accounts(cast: Cast, count: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Every account but the ring's and the dominant one once, then more for those who use it often."""
    everyone = np.concatenate([cast.rare, cast.heavy, cast.ordinary])
    if count <= len(everyone):
        return rng.choice(everyone, count, replace=False)
    eager = rng.lognormal(0.0, 0.9, len(everyone))
    is_heavy = np.isin(everyone, cast.heavy)
    eager[is_heavy] = rng.dirichlet(np.full(len(cast.heavy), 6.0)) * _HEAVY_EXTRA
    eager[~is_heavy] *= (1 - _HEAVY_EXTRA) / eager[~is_heavy].sum()
    return np.concatenate([everyone, rng.choice(everyone, count - len(everyone), p=eager)])


def _mother_tongues(cast: Cast, accounts: int, rng: np.random.Generator) -> NDArray[np.str_]:
    tongues = np.full(accounts, "en")
    shares = {language: share for language, share in _FOREIGN_SHARES.items() if language in FOREIGN}
    odds = [1 - sum(shares.values()), *shares.values()]
    tongues[cast.ordinary] = rng.choice(["en", *shares], len(cast.ordinary), p=odds)
    return tongues


def _organic_topics(
    organic: NDArray[np.int64],
    languages: NDArray[np.str_],
    cast: Cast,
    weights: NDArray[np.float64],
    rng: np.random.Generator,
) -> NDArray[np.str_]:
    """A topic for every row: half of the time one of its account's three habits; heavy accounts roam."""
    weights = np.where(np.array(_NAMES) == DOMINATED_TOPIC, weights / 2, weights)
    weights = weights / weights.sum()
    habits = rng.choice(len(weights), (int(organic.max()) + 1, 3), p=weights)
    habitual = (rng.random(len(organic)) < 0.5) & ~np.isin(organic, cast.heavy)
    chosen = rng.choice(len(weights), len(organic), p=weights)
    chosen = np.where(habitual, habits[organic, rng.integers(3, size=len(organic))], chosen)
    for language in FOREIGN:
        known = np.array([name in BY_LANGUAGE[language] for name in _NAMES])
        stray = (languages == language) & ~known[chosen]
        chosen[stray] = rng.choice(len(weights), stray.sum(), p=weights * known / (weights * known).sum())
    return np.array(_NAMES)[chosen]


def _rows(
    columns: list[NDArray[np.generic]], cast: Cast, accounts: int, rng: np.random.Generator
) -> list[Row]:
    """The columns account, topic, language, planted with times and metadata added."""
    owner, topic, language, planted = columns
    plans = rng.choice(["free", "pro", "team"], accounts, p=[0.68, 0.23, 0.09])
    plans[cast.heavy], plans[cast.dominant] = "team", "pro"
    products = rng.choice(["web", "mobile", "api"], len(owner), p=[0.58, 0.36, 0.06])
    products[np.isin(owner, [*cast.ring, cast.dominant])] = "api"
    seconds = _seconds(owner, language, planted == CAMPAIGN_PLANT, accounts, rng)
    return [
        Row(*cells, WINDOW_START + timedelta(seconds=at), *meta)
        for cells, at, meta in zip(
            zip(
                owner.tolist(),
                topic.tolist(),
                language.tolist(),
                (x or None for x in planted.tolist()),
                strict=True,
            ),
            seconds.tolist(),
            zip(plans[owner.astype(np.int64)].tolist(), products.tolist(), strict=True),
            strict=True,
        )
    ]


def _seconds(
    owner: NDArray[np.generic],
    language: NDArray[np.generic],
    in_ring: NDArray[np.bool_],
    accounts: int,
    rng: np.random.Generator,
) -> NDArray[np.int64]:
    """Seconds since the window's start: weekdays and local daytime are denser; the ring works in one week."""
    count = len(owner)
    days = np.tile(_DAY_WEIGHTS, WINDOW_DAYS // 7)
    day = rng.choice(WINDOW_DAYS, count, p=days / days.sum())
    day[in_ring] = rng.integers(*_RING_DAYS, in_ring.sum())
    hour = rng.choice(24, count, p=_HOUR_WEIGHTS / _HOUR_WEIGHTS.sum())
    draw = rng.random(accounts)[owner.astype(np.int64)]
    offset = np.zeros(count, dtype=np.int64)
    for tongue, offsets in _UTC_OFFSETS.items():
        here = language == tongue
        offset[here] = np.array(offsets)[(draw[here] * len(offsets)).astype(np.int64)]
    moment = day * 86_400 + (hour - offset) * 3_600 + rng.integers(3_600, size=count)
    return np.asarray(moment % (WINDOW_DAYS * 86_400), dtype=np.int64)
