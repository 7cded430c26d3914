"""Whether a server takes `output_config`: learned from what it answers, and a refusal is kept with the answers."""

from anthropic import AsyncAnthropic

from clio.models import replies
from clio.models.amending import unstructured
from clio.models.ledger import Ledger
from clio.models.requests import Request


class StructuredOutputs:
    """What is known of one server, model by model; what an earlier run learned of it is not asked again."""

    def __init__(self, ledger: Ledger, client: AsyncAnthropic) -> None:
        url = client.base_url
        self._ledger = ledger
        self._server = (
            f"{url.scheme}://{url.netloc.decode()}{url.path}"  # without a password that it may hold
        )
        self._taken = dict.fromkeys(ledger.unstructured(self._server), False)

    def form(self, request: Request) -> Request:
        """The request as the server takes it, as far as is known."""
        return unstructured(request) if self._taken.get(_model(request)) is False else request

    def blamed(self, request: Request, error: Exception) -> bool:
        """Whether the server may have rejected `request` for its `output_config`."""
        known = self._taken.get(_model(request), False)
        return "output_config" in request.body and replies.blames_format(error, known_to_work=known)

    def taken(self, request: Request) -> None:
        """A request with `output_config` was answered: a refusal that was concluded before was none."""
        model = _model(request)
        if self._taken.get(model) is False:
            self._ledger.note_unstructured(self._server, model, refused=False)
        self._taken[model] = True

    def refused(self, request: Request) -> None:
        """Without `output_config` a request was answered that was rejected with it."""
        model = _model(request)
        if model not in self._taken:
            self._ledger.note_unstructured(self._server, model, refused=True)
            self._taken[model] = False


def _model(request: Request) -> str:
    return str(request.body["model"])
