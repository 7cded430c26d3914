"""The processes that a flow's tasks run in, and how they and the flow's server meet Ctrl-C.

A terminal sends Ctrl-C to the command, its server and its workers alike. The command alone decides: processes
are started with the signal held back, the server never sees it, and a worker ends by it at once, without a
traceback, from the moment it is ready.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any, Self

from prefect.task_runners import ProcessPoolTaskRunner

CHECK_SECONDS = 2.0


class WorkerProcesses(ProcessPoolTaskRunner):
    """Prefect's process pool, with Ctrl-C held back from processes that are still starting."""

    def __enter__(self) -> Self:
        super().__enter__()
        executor: Any = self._executor
        submit = executor.submit

        def held_back(*arguments: Any, **named: Any) -> Future[Any]:
            with interrupt_held_back():
                return submit(*arguments, **named)  # type: ignore[no-any-return]

        executor.submit = held_back
        return self


def worker_processes(count: int | None = None) -> WorkerProcesses:
    """A task runner of `count` processes (by default one per processor that this process may use)."""
    return WorkerProcesses(max_workers=count or len(os.sched_getaffinity(0)), initializer=_start)


@contextmanager
def interrupt_held_back() -> Iterator[None]:
    """Hold SIGINT back from this thread, and for good from the processes that it starts."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start() -> None:
    """Let Ctrl-C end a worker at once and without a traceback, and let no worker outlive its flow."""
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True, name="end with parent").start()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _end_with(parent: int) -> None:
    # A flow killed with -9 cannot tell its workers, and they would wait for work for ever.
    while os.getppid() == parent:
        time.sleep(CHECK_SECONDS)
    os._exit(1)
