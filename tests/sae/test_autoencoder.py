"""The autoencoder against the plain formulas, and its pieces against the whole."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_saes import dense, random_sae

from clio.sae import autoencoder
from clio.sae.autoencoder import Latents, SparseAutoencoder

SHAPES = st.tuples(st.integers(0, 9), st.integers(1, 8), st.integers(1, 12), st.integers(0, 99))


def states(n: int, d: int, seed: int) -> torch.Tensor:
    return 3 * torch.randn(n, d, generator=torch.Generator().manual_seed(seed))


@settings(max_examples=60)
@given(SHAPES, st.sampled_from(["topk", "relu"]), st.floats(0.25, 4), st.data())
def test_latents_and_reconstruction_are_those_of_the_plain_formulas(shape, kind, scale, data):
    n, d, width, seed = shape
    k = data.draw(st.integers(1, width))
    sae, x = random_sae(kind, d, width, k, scale, seed), states(n, d, seed)
    pre = (scale * x) @ sae.W_enc + sae.b_enc
    kept = pre.clamp_min(0)
    if kind == "topk":
        kept = torch.where(pre >= pre.sort(dim=1, descending=True).values[:, k - 1 : k], kept, 0)
    latents = sae.encode(x)
    assert latents.indices.dtype == torch.uint32
    assert kind == "relu" or latents.values.shape == (n, k)
    assert (latents.values >= 0).all()
    torch.testing.assert_close(dense(latents, width), kept, rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(
        sae.reconstruct(x), (kept @ sae.W_dec + sae.b_dec) / scale, rtol=1e-4, atol=1e-4
    )


@pytest.mark.parametrize("kind", ["topk", "relu"])
def test_pieces_give_what_the_whole_gives(kind, monkeypatch):
    sae, x = random_sae(kind), states(23, 16, 1)
    whole = sae.encode(x)
    monkeypatch.setattr(autoencoder, "ENTRIES_AT_ONCE", 24 * 5)
    torch.testing.assert_close(dense(sae.encode(x), 24), dense(whole, 24))


def test_no_matrix_of_tokens_by_features_is_made_at_once(monkeypatch):
    monkeypatch.setattr(autoencoder, "ENTRIES_AT_ONCE", 24 * 5)
    widest = []
    monkeypatch.setattr(
        autoencoder, "active_latents", lambda pre, k: widest.append(pre.numel()) or pre.topk(k)[:2]
    )
    random_sae().encode(states(23, 16, 1))
    assert max(widest) <= 24 * 5
    assert len(widest) == 5


@settings(max_examples=20)
@given(st.sampled_from(["topk", "relu"]), st.floats(0.1, 10))
def test_folding_the_scale_changes_no_latent_and_no_reconstruction(kind, scale):
    sae, x = random_sae(kind, scale=scale), states(7, 16, 2)
    folded = sae.folded()
    assert folded.scale == 1
    torch.testing.assert_close(dense(folded.encode(x), 24), dense(sae.encode(x), 24), rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(folded.reconstruct(x), sae.reconstruct(x), rtol=1e-4, atol=1e-4)


def test_no_active_latent_rebuilds_the_bias_alone():
    sae = random_sae(scale=2.0)
    nothing = Latents(torch.zeros(2, 0, dtype=torch.uint32), torch.zeros(2, 0))
    torch.testing.assert_close(sae.decode(nothing), (sae.b_dec / 2).expand(2, -1))


@pytest.mark.parametrize(
    "change", [{"k": 0}, {"k": 25}, {"scale": 0.0}, {"b_dec": torch.zeros(3)}, {"W_dec": torch.zeros(16, 24)}]
)
def test_parameters_that_do_not_belong_together_are_refused(change):
    sae = random_sae()
    names = ("kind", "k", "W_enc", "b_enc", "W_dec", "b_dec", "scale")
    with pytest.raises(ValueError, match="belong together"):
        SparseAutoencoder(**{name: getattr(sae, name) for name in names} | change)
