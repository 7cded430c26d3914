"""The processes that a flow's tasks run in."""

import os
import signal
import threading
import time

from prefect.task_runners import ProcessPoolTaskRunner

CHECK_SECONDS = 2.0


def worker_processes(count: int | None = None) -> ProcessPoolTaskRunner:
    """A task runner of `count` processes (by default one per processor that this process may use)."""
    return ProcessPoolTaskRunner(max_workers=count or len(os.sched_getaffinity(0)), initializer=_start)


def _start() -> None:
    """Let Ctrl-C end a worker at once and without a traceback, and let no worker outlive its flow."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True, name="end with parent").start()


def _end_with(parent: int) -> None:
    # A flow killed with -9 cannot tell its workers, and they would wait for work for ever.
    while os.getppid() == parent:
        time.sleep(CHECK_SECONDS)
    os._exit(1)
