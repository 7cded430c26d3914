"""The privacy policies: their parameters, claim sentences and what each published number must satisfy.

This module imports nothing of Clio: the gate writes by it and the reader verifies by it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Unit = Literal["account", "conversation"]

ASSUMPTION = (
    "Assumed: the model keeps no memory between requests and is not trained on this data. "
    "People with access to the workspace, run time and exit codes are outside this claim."
)


@dataclass(frozen=True)
class SizeRule:
    """Least distinct accounts and conversations, and the largest share one account may hold, of one cell."""

    min_accounts: int
    min_conversations: int
    max_account_share: float


@dataclass(frozen=True)
class Policy:
    """One privacy policy.

    Under a `noisy` policy every number carries noise and every decision reads noisy numbers; `size_noise` and
    `cell_noise` are the scales (standard deviations) on the sizes of clusters and on cells.
    `claim` may hold the placeholders {epsilon}, {delta} and {unit}; `rounding` is the base to which each
    cell's counts are rounded (1 = exact); `private_names` says whether names pass a noisy mechanism.
    """

    name: str
    claim: str
    clusters: SizeRule
    cells: SizeRule
    rounding: int
    private_names: bool
    epsilon: float | None
    noisy: bool = False
    size_noise: float = 0.0
    cell_noise: float = 0.0

    @property
    def cell_variance(self) -> float:
        """Variance that rounding and noise add to a published cell.

        Unbiased rounding of a count to a multiple of b adds r(b - r), (b² - 1)/6 on average over the remainders r.
        """
        return (self.rounding**2 - 1) / 6 + self.cell_noise**2


RECURRING_EPSILON = 1.0
"""Default budget of a window under `dp` on a schedule: what windows reveal of an account that writes in all adds up."""

CLUSTERS = SizeRule(min_accounts=15, min_conversations=30, max_account_share=0.20)
CELLS = SizeRule(min_accounts=10, min_conversations=10, max_account_share=0.50)

PAPER = Policy(
    name="paper",
    claim=(
        "Groups, cells and names pass minimum-size rules and a model's audit. That stops accidents, not "
        "someone who plants conversations; for trusted internal use."
    ),
    clusters=CLUSTERS,
    cells=CELLS,
    rounding=1,
    private_names=False,
    epsilon=None,
)

GUARDED = Policy(
    name="guarded",
    claim=(
        "Holding the groups and the size decisions fixed, the names, descriptions and tags published for "
        "this window are ({epsilon}, {delta})-DP per {unit}, whatever a memoryless model answers. Sizes, "
        "breakdowns and map are pooled and rounded: that stops accidents, not an attacker with many accounts."
    ),
    clusters=CLUSTERS,
    cells=CELLS,
    rounding=10,
    private_names=True,
    epsilon=4.0,
)

DP = Policy(
    name="dp",
    claim=(
        "Everything published for this window is jointly ({epsilon}, {delta})-DP per {unit}, even if the "
        "(memoryless) model is malicious and all other {unit}s collude."
    ),
    clusters=CLUSTERS,
    cells=CELLS,
    rounding=1,
    private_names=True,
    epsilon=4.0,
    noisy=True,
)

WEAKER = "A weaker release (policy {policy}) was made from this window before: for these days only its claim holds."

IN_ALL = (
    "Releases made of these days before add up with this one: of all of them together the same holds with "
    "({epsilon}, {delta})."
)

# The weakest promise first.
POLICIES: dict[str, Policy] = {policy.name: policy for policy in (PAPER, GUARDED, DP)}


def claim_sentence(
    policy: Policy,
    unit: Unit,
    epsilon: float | None = None,
    delta: float | None = None,
    weaker: str | None = None,
    in_all: tuple[float, float] | None = None,
) -> str:
    """Return the exact sentence a release under `policy` may claim, with its numbers filled in.

    Under `unit="conversation"` size rules count conversations, not people, and the sentence says so; it also says
    when the window was released before under a policy that promises less, `weaker`, or else what this release and
    those before it come to, `in_all` (epsilon and delta).
    """
    if policy.private_names:
        sentence = policy.claim.format(epsilon=_number(epsilon), delta=_number(delta), unit=unit)
    else:
        sentence = policy.claim
    if unit == "conversation":
        sentence += " All rules and numbers here are per conversation: one person may hold many."
    if weaker is not None:
        sentence += " " + WEAKER.format(policy=weaker)
    elif in_all is not None:
        epsilon, delta = in_all
        sentence += " " + IN_ALL.format(epsilon=_number(epsilon), delta=_number(delta))
    return sentence


def weakest(policies: Iterable[str]) -> str | None:
    """The policy that promises least, None of none; one that this version does not know promises nothing."""
    order = list(POLICIES)
    return min(policies, key=lambda policy: order.index(policy) if policy in order else -1, default=None)


def _number(value: float | None) -> str:
    if value is None:
        raise ValueError("a claim with noise needs its epsilon and delta")
    return f"{value:.3g}"
