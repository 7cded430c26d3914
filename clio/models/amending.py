"""The same question asked another way, under the same key: with more room, more insistence, or no `output_config`."""

from dataclasses import replace

from clio.models import prompts
from clio.models.requests import Request


def widened(request: Request) -> Request:
    """With room for an answer twice as long."""
    return replace(request, body={**request.body, "max_tokens": 2 * request.body["max_tokens"]})


def repaired(request: Request) -> Request:
    """With more insistence on the schema, after an answer that was not of it; the bad answer is not in it."""
    system = request.body["system"].removesuffix(prompts.stated(request.schema))
    return replace(request, body={**request.body, "system": system + prompts.insisted(request.schema)})


def unstructured(request: Request) -> Request:
    """For a server that rejects `output_config`: the instructions state the schema, once."""
    system, stated = request.body["system"], prompts.stated(request.schema)
    kept = {name: value for name, value in request.body.items() if name != "output_config"}
    return replace(request, body={**kept, "system": system if stated in system else system + stated})
