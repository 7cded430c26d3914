"""What a worker process does first, in a module that loads at once: from here on it ends with its flow.

A terminal sends Ctrl-C to the command and its workers alike. The command alone decides: processes are started with
the signal held back, and a worker ends by it at once, without a traceback, from the moment it is ready.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def interrupt_held_back() -> Iterator[None]:
    """Hold SIGINT back from this thread, and for good from the threads and processes that it starts."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def begin() -> None:
    """Let Ctrl-C end a worker at once and without a traceback, and let no worker outlive its flow."""
    threading.Thread(target=_end_with_parent, daemon=True, name="end with parent").start()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _end_with_parent() -> None:
    # A flow killed with -9 cannot tell its workers, and they would wait for work for ever.
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
