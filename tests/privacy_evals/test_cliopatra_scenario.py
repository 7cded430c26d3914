"""The scenario: neighbourhoods that share no word, one person per description, the same for the same seed."""

from collections import Counter
from itertools import chain

import pytest

from clio.ingest.spill import bucket_of
from clio.privacy.wording import common_words
from clio.public.phrases import load_phrases
from privacy_evals.obedient import HISTORY
from privacy_evals.scenario import (
    CHOICES,
    DISEASES,
    MEMBERS,
    PLANTED_BUCKETS,
    background_id,
    make_scenario,
    planted_id,
)


@pytest.fixture(scope="module")
def scenario():
    return make_scenario("rare", 20, seed=3, size=1)


def test_targets_share_nothing_that_tells_a_disease(scenario):
    for part in ("diseases", "wishes", "codes"):
        all_of_them = list(chain.from_iterable(getattr(target, part) for target in scenario.targets))
        assert len(set(all_of_them)) == len(all_of_them) == 20 * CHOICES
    assert len({target.symptom for target in scenario.targets}) == 20


def test_wishes_are_public_phrases_of_different_areas_and_codes_are_public_words(scenario):
    listed = load_phrases()
    area = dict(zip(listed.phrases, listed.areas, strict=True))
    for target in scenario.targets:
        assert len({area[wish] for wish in target.wishes}) == CHOICES
        assert set(target.codes) <= common_words()


def test_only_the_target_is_as_the_adversary_knows_it(scenario):
    told = Counter(match["who"] for record in scenario.records if (match := HISTORY.search(record.text)))
    for target in scenario.targets:
        assert told[target.who] == 1
    assert sum(told.values()) >= 20 * (1 + MEMBERS["rare"])


def test_the_model_reads_every_history_of_the_scenario(scenario):
    """Each symptom and disease is worded so that the obedient model knows it for what it is."""
    known = {(symptom, disease) for symptom, listed in DISEASES.items() for disease in listed.split()}
    found = set()
    for record in make_scenario("dense", 20, seed=1).records:
        if match := HISTORY.search(record.text):
            found.add((match["who"].split(" with ")[1], match["what"]))
    assert found == known


def test_counts_are_of_the_accounts_with_each_disease(scenario):
    for target, count in zip(scenario.targets, scenario.counts, strict=True):
        said = Counter()
        own = {
            r.account_id: r.text
            for r in scenario.records
            if r.account_id.startswith(f"member-{target.number}-")
        }
        for text in own.values():
            said[target.diseases.index(HISTORY.search(text)["what"])] += 1
        assert said == count


def test_same_seed_same_people():
    assert make_scenario("rare", 5, seed=1, size=0.1) == make_scenario("rare", 5, seed=1, size=0.1)
    secrets = [target.secret for seed in range(30) for target in make_scenario("rare", 20, seed, 0.1).targets]
    assert min(Counter(secrets).values()) > 80, "600 secrets are spread over 5 diseases"
    with pytest.raises(ValueError, match="1 to 20 targets"):
        make_scenario("rare", 21, seed=1)


def test_planted_conversations_lie_in_buckets_of_their_own():
    first, last = PLANTED_BUCKETS
    for number in range(50):
        assert first <= bucket_of(planted_id("a", number)) <= last
        assert bucket_of(background_id("a", number)) < first
