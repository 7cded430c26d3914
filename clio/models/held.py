"""Requests of a batch, kept on disk until their answers are in the ledger."""

import os
import tempfile
from collections.abc import AsyncIterator, KeysView, Sequence
from pathlib import Path

import orjson

from clio.models.requests import Request

_BEGIN, _END = b'{"requests":[', b"]}"
_ITEMS_AT_ONCE = 50


class Held:
    """Requests by key, in a nameless file of `folder` that only this process can read and no kill leaves behind.

    `size` is that of the body in bytes that would submit them all. Requests may be read in any thread.
    """

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed when nothing refers to it any more
        self._places: dict[str, tuple[int, int, int]] = {}  # start and length here, size in a batch's body
        self._end = 0
        self.size = len(_BEGIN + _END)

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
        size = item_size(request)
        self._places[request.key] = self._end, len(data), size
        self._end += len(data)
        self.size += size

    def get(self, key: str) -> Request:
        """The request of a key."""
        start, length, _ = self._places[key]
        return Request(*orjson.loads(os.pread(self._file.fileno(), length, start)))

    def body_size(self, keys: Sequence[str]) -> int:
        """Bytes of the JSON that submits the requests of `keys`, at least one, as one batch."""
        return len(_BEGIN + _END) + sum(self._places[key][2] for key in keys) - 1

    async def body(self, keys: Sequence[str]) -> AsyncIterator[bytes]:
        """That JSON, never held as a whole; each request is sent as it was put here."""
        for start in range(0, len(keys), _ITEMS_AT_ONCE):
            items = [_item(self.get(key)) for key in keys[start : start + _ITEMS_AT_ONCE]]
            yield (b"," if start else _BEGIN) + b",".join(items)
        yield _END


def item_size(request: Request) -> int:
    """Bytes that a request adds to a batch's body."""
    return len(_item(request)) + 1


def _item(request: Request) -> bytes:
    return orjson.dumps({"custom_id": request.key, "params": request.body})
