"""Running with an evaluation's own provider: it must answer in the real stages, and be the only one to."""

import pytest

from clio.models.extractive import ExtractiveProvider
from clio.models.questions import Extract, Name
from clio.settings import load_settings
from clio.stages import Work
from privacy_evals.running import run_with

NAMED = "Plan a journey by train"


class Recording(ExtractiveProvider):
    """The extractive provider, with one name for everything and a list of what it was asked."""

    def answer(self, questions):
        for question in questions:
            self.asked.append(type(question))
            if isinstance(question, Name):
                question = Name(NAMED, ())
            yield from super().answer([question])


@pytest.mark.parametrize("policy", ["guarded", "paper"])
def test_the_given_provider_answers_every_stage(policy, conversations, tiny_encoder, tmp_path, monkeypatch):
    monkeypatch.setattr(Work, "provider", property(lambda work: pytest.fail("the settings' own provider")))
    settings = load_settings(
        None,
        {"privacy.policy": policy, "embedding.model": str(tiny_encoder), "clustering.k": 3},
    )
    provider = Recording(lambda texts: Work(None, settings).embedder.encode(texts))
    object.__setattr__(provider, "asked", [])
    release = run_with(provider, tmp_path, settings, [str(conversations)])
    assert {Extract, Name} <= set(provider.asked)
    assert any(name.startswith(NAMED) for name in release.clusters.filter(level=0)["name"])
    asked = len(provider.asked)
    run_with(provider, tmp_path, settings, [str(conversations)])
    assert len(provider.asked) == asked, "what is done is not asked again"


def test_without_a_provider_the_settings_own_answers(conversations, tiny_encoder, tmp_path):
    settings = load_settings(None, {"embedding.model": str(tiny_encoder), "clustering.k": 3})
    assert run_with(None, tmp_path, settings, [str(conversations)]).manifest.provider == "extractive"
