"""Requests of a batch, kept on disk until their answers are in the ledger."""

import os
import tempfile
from collections.abc import Iterable, KeysView
from pathlib import Path

import orjson

from clio.models.requests import Request


class Held:
    """Requests by key, in a nameless file of `folder` that only this process can read and no kill leaves behind.

    `size` is that of the batch's body in bytes. Requests may be read in any thread.
    """

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed when nothing refers to it any more
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0
        self.size = len(_body([]))

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, key: str) -> bool:
        return key in self._places

    @property
    def keys(self) -> KeysView[str]:
        """The keys, in order of arrival."""
        return self._places.keys()

    def put(self, request: Request) -> None:
        """Keep a request whose key is not here yet."""
        data = orjson.dumps([request.key, request.kind, request.body, request.schema])
        os.pwrite(self._file.fileno(), data, self._end)
        self._places[request.key] = self._end, len(data)
        self._end += len(data)
        self.size += item_size(request)

    def get(self, key: str) -> Request:
        """The request of a key."""
        start, length = self._places[key]
        return Request(*orjson.loads(os.pread(self._file.fileno(), length, start)))

    def body(self, keys: Iterable[str]) -> bytes:
        """The JSON that submits the requests of `keys` as one batch; each is sent as it was put here."""
        return _body([_item(self.get(key)) for key in keys])


def item_size(request: Request) -> int:
    """Bytes that a request adds to a batch's body."""
    return len(_item(request)) + 1


def _item(request: Request) -> bytes:
    return orjson.dumps({"custom_id": request.key, "params": request.body})


def _body(items: list[bytes]) -> bytes:
    return b'{"requests":[' + b",".join(items) + b"]}"
