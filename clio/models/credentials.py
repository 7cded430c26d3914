"""Who pays, and at which server: read from the environment and the settings, and never written anywhere."""

from collections.abc import Mapping
from typing import NamedTuple

from clio.errors import UserError
from clio.settings import LlmSettings


class Credentials(NamedTuple):
    """A key or a token, and the server, None for Anthropic's."""

    key: str | None
    token: str | None
    base_url: str | None


def server_of(llm: LlmSettings, environment: Mapping[str, str]) -> str | None:
    """The server that the settings, else ANTHROPIC_BASE_URL of `environment`, name; None for Anthropic's."""
    return llm.base_url or environment.get("ANTHROPIC_BASE_URL") or None


def credentials(llm: LlmSettings, environment: Mapping[str, str]) -> Credentials:
    """ANTHROPIC_API_KEY, else ANTHROPIC_AUTH_TOKEN, of `environment`; a server of one's own may need neither.

    Raises:
        UserError: without a key for Anthropic's server, or with a base_url that is no http(s) URL.
    """
    base_url = server_of(llm, environment)
    if base_url is not None and not base_url.startswith(("http://", "https://")):
        raise UserError("llm.base_url must begin with http:// or https://.")
    key, token = environment.get("ANTHROPIC_API_KEY"), environment.get("ANTHROPIC_AUTH_TOKEN")
    if key:
        return Credentials(key, None, base_url)
    if not token and base_url is None:
        raise UserError(
            "ANTHROPIC_API_KEY is not set: set it to your key, or set llm.base_url to a server that needs none."
        )
    return Credentials(None if token else "none", token or None, base_url)
