"""Training finds features that are there, the same ones for the same seed, and says honestly how good it is."""

import dataclasses

import pytest
import torch
from tiny_saes import dense

from clio.errors import UserError
from clio.sae import training
from clio.sae.losses import l1_loss, start, topk_loss
from clio.sae.training import TrainingOptions, train

D, TRUE, ACTIVE = 12, 20, 2


def dictionary() -> torch.Tensor:
    rows = torch.randn(TRUE, D, generator=torch.Generator().manual_seed(1))
    return rows / rows.norm(dim=1, keepdim=True)


def corpus(pieces: int, seed: int, size: int = 700):
    """States that are sums of two of twenty directions, about a mean that is far off."""

    def opened():
        generator = torch.Generator().manual_seed(seed)
        for _ in range(pieces):
            chosen = torch.rand(size, TRUE, generator=generator).topk(ACTIVE, dim=1).indices
            strength = 1 + torch.rand(size, ACTIVE, generator=generator)
            latents = torch.zeros(size, TRUE).scatter(1, chosen, strength)
            yield 7 * (latents @ dictionary() + 0.5)

    return opened


TOPK = TrainingOptions(kind="topk", width=32, k=ACTIVE, tokens=60_000, batch=128, learning_rate=5e-3)
RELU = TrainingOptions(kind="relu", width=32, tokens=60_000, batch=128, learning_rate=5e-3, l1=1.0)


@pytest.fixture(scope="module")
def trained():
    return {options.kind: train(corpus(20, 2), corpus(2, 3), options) for options in (TOPK, RELU)}


@pytest.mark.parametrize("kind", ["topk", "relu"])
def test_the_directions_that_are_there_are_found(trained, kind):
    sae, report = trained[kind]
    nearest = (dictionary() @ sae.W_dec.T).max(1).values
    assert nearest.median() > 0.95
    assert report.fvu < {"topk": 0.1, "relu": 0.2}[kind]
    assert report.l0 < {"topk": ACTIVE + 1e-6, "relu": 6}[kind]
    torch.testing.assert_close(sae.W_dec.norm(dim=1), torch.ones(32), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("kind", ["topk", "relu"])
def test_the_report_is_that_of_the_held_out_tokens(trained, kind):
    sae, report = trained[kind]
    x = torch.cat(list(corpus(2, 3)()))
    latents = dense(sae.encode(x), 32)
    error = (x - sae.reconstruct(x)).square().sum() / (x - x.mean(0)).square().sum()
    assert report.fvu == pytest.approx(float(error), rel=1e-3)
    assert report.l0 == pytest.approx(float((latents > 0).sum(1).double().mean()))
    assert report.dead_share == pytest.approx(float((~(latents > 0).any(0)).double().mean()))
    assert report.held_out_tokens == len(x)
    assert report.tokens == 60_000 // 128 * 128
    assert "cpu_seconds" not in report.figures()


@pytest.mark.parametrize("kind", ["topk", "relu"])
def test_states_are_scaled_to_mean_squared_norm_d(trained, kind):
    sae, _ = trained[kind]
    x = torch.cat(list(corpus(20, 2)()))
    assert float((x * sae.scale).square().sum(1).mean()) == pytest.approx(D, rel=0.02)


@pytest.mark.parametrize("options", [TOPK, RELU], ids=lambda options: options.kind)
def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(options):
    short = dataclasses.replace(options, tokens=4_000)
    one, other = (train(corpus(4, 2), corpus(1, 3), short) for _ in range(2))
    assert one[0].W_enc.numpy().tobytes() == other[0].W_enc.numpy().tobytes()
    assert one[1].figures() == other[1].figures()
    third, _ = train(corpus(4, 2), corpus(1, 3), dataclasses.replace(short, seed=1))
    assert not torch.equal(one[0].W_enc, third.W_enc)


def test_a_corpus_of_any_pieces_is_read_until_the_tokens_are_reached():
    told = []
    options = dataclasses.replace(TOPK, tokens=1_000)
    train(corpus(1, 2, size=77), corpus(1, 3), options, told.append)
    assert told == [128 * step for step in range(1, 8)]


def test_every_token_of_a_corpus_is_in_a_buffer_once():
    pieces = [torch.arange(0, 300).float()[:, None], torch.arange(300, 1024).float()[:, None]]
    buffers = training._buffers(lambda: pieces, 128, torch.Generator().manual_seed(0))
    first = next(buffers)[:, 0]
    assert sorted(first.tolist()) == list(range(1024))
    assert first.tolist() != sorted(first.tolist()), "mixed"


def test_the_rates_follow_the_papers(monkeypatch):
    """λ rises over the first twentieth of the steps, the learning rate falls over the last fifth."""
    options = dataclasses.replace(RELU, tokens=128 * 100)
    weights, rates = [], []

    def noting(x, parameters, l1):
        weights.append(l1)
        return l1_loss(x, parameters, l1)

    monkeypatch.setattr(training, "l1_loss", noting)
    step = torch.optim.Adam.step
    monkeypatch.setattr(
        torch.optim.Adam, "step", lambda adam: rates.append(adam.param_groups[0]["lr"]) or step(adam)
    )
    train(corpus(4, 2), corpus(1, 3), options)
    assert weights[:5] == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0])
    assert set(weights[5:]) == {1.0}
    assert set(rates[:80]) == {options.learning_rate}
    assert rates[80:] == pytest.approx([options.learning_rate * (100 - at) / 20 for at in range(80, 100)])


def test_dead_latents_are_taught_by_what_the_living_leave():
    """Without AuxK a latent that never fires has no gradient."""
    x = next(iter(corpus(1, 5)()))
    parameters = start("topk", x.mean(0), 32, torch.Generator().manual_seed(0))
    with torch.no_grad():
        parameters.b_enc[20:] = -1e4
    dead = torch.zeros(32, dtype=torch.bool)
    dead[20:] = True
    gradients = {}
    for name, mask in (("without", torch.zeros_like(dead)), ("with", dead)):
        loss = topk_loss(x, parameters, 2, mask, 1 / 32)
        gradients[name] = torch.autograd.grad(loss.total, parameters.W_dec)[0]
        assert not loss.active[20:].any()
        assert loss.active[:20].any()
    assert not gradients["without"][20:].any()
    assert gradients["with"][20:].any()
    torch.testing.assert_close(
        gradients["with"][:20], gradients["without"][:20], msg="the living are taught by the main loss alone"
    )


def test_the_penalty_weighs_activations_by_the_norm_of_their_row():
    """So shrinking activations and growing rows by the same factor gains nothing."""
    x = next(iter(corpus(1, 5)()))
    one = start("relu", x.mean(0), 32, torch.Generator().manual_seed(0))
    other = type(one)(one.W_enc / 3, one.b_enc / 3, one.W_dec * 3, one.b_dec)
    torch.testing.assert_close(l1_loss(x, one, 5.0).total, l1_loss(x, other, 5.0).total)
    assert l1_loss(x, one, 5.0).total > l1_loss(x, one, 1.0).total


@pytest.mark.parametrize("wrong", [{"width": 1}, {"k": 0}, {"k": 33}, {"tokens": 100}])
def test_what_cannot_be_trained_is_one_sentence(wrong):
    with pytest.raises(UserError, match="choose"):
        dataclasses.replace(TOPK, **wrong)


def test_no_text_is_one_sentence():
    with pytest.raises(UserError, match="no text to train on"):
        train(lambda: [], corpus(1, 3), TOPK)
    with pytest.raises(UserError, match="to measure the SAE on"):
        train(corpus(1, 2), lambda: [], dataclasses.replace(TOPK, tokens=256))
