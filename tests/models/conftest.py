"""A local model server for the tests of this folder."""

from tests.model_server.fixtures import one_model_server, server

__all__ = ["one_model_server", "server"]
