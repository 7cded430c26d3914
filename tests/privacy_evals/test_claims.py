"""The claims: one sentence each, the same in the code, the manifest, the README and the page that explains them."""

import re
from pathlib import Path

import pytest

from clio.policies import ASSUMPTION, POLICIES, claim_sentence
from clio.release.reader import read_release
from privacy_evals.layers import layers

ROOT = Path(__file__).resolve().parents[2]
CLAIMS = (ROOT / "privacy_evals" / "CLAIMS.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def written(policy):
    """The sentence with letters in place of numbers."""
    return policy.claim.format(epsilon="ε", delta="δ", unit="account")


@pytest.mark.parametrize("policy", POLICIES.values(), ids=list(POLICIES))
def test_page_and_readme_hold_the_sentence_of_the_code(policy):
    assert written(policy) in CLAIMS
    assert written(policy) in README
    assert f"## `{policy.name}`" in CLAIMS


def test_the_page_explains_no_policy_that_is_not_there():
    assert set(re.findall(r"^## `(\w+)`", CLAIMS, re.MULTILINE)) == set(POLICIES)
    quoted = {line.removeprefix("> ") for line in CLAIMS.splitlines() if line.startswith("> ")}
    assert quoted == {written(policy) for policy in POLICIES.values()}


def test_assumption_and_unit_are_on_the_page():
    assert ASSUMPTION in CLAIMS
    for policy in POLICIES.values():
        numbers = (4.0, 1e-6) if policy.private_names else (None, None)
        per_account = claim_sentence(policy, "account", *numbers)
        per_conversation = claim_sentence(policy, "conversation", *numbers)
        added = per_conversation.removeprefix(per_account.replace("per account", "per conversation"))
        added = (
            added
            if len(added) < len(per_conversation)
            else per_conversation[per_conversation.index("All rules") :]
        )
        assert added.strip() in CLAIMS


def test_every_file_that_the_page_names_is_there():
    named = set(re.findall(r"`((?:tests|clio|privacy_evals)/[\w./]+)`", CLAIMS))
    assert len(named) > 20
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", ["paper", "guarded"])
def test_the_manifest_prints_the_sentence_with_its_numbers(name, request):
    manifest = read_release(request.getfixturevalue(f"{name}_run")).manifest
    policy = POLICIES[name]
    numbers = (manifest.budget.epsilon, manifest.budget.delta) if policy.private_names else (None, None)
    assert manifest.policy.claim == claim_sentence(policy, "account", *numbers)
    assert "{" not in manifest.policy.claim


def test_what_no_claim_rests_on_is_claimed_by_no_private_policy():
    """The page's last chapter and the measured layers agree."""
    chapter = CLAIMS.split("## Layers that no claim rests on")[1]
    free = {layer.name for layer in layers() if not set(layer.claims) & {"guarded", "dp"}}
    assert {"redaction before the model", "redaction of answers", "wording gate", "auditor"} <= free
    assert all(
        word in chapter.lower() for word in ("redaction", "wording gate", "auditor", "cleaning of text")
    )
