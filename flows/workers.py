"""The processes that a flow's tasks run in, and what happens when one dies."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextvars import copy_context
from types import TracebackType
from typing import Any, Self

from joblib import cpu_count
from prefect import Task
from prefect.futures import as_completed
from prefect.task_runners import ProcessPoolTaskRunner

from clio.errors import RunFailed
from clio.pipeline import LOST_WORKER
from flows.processes import begin, interrupt_held_back

LOSSES = 3  # times in a row that workers may die without a shard done in between


class ProcessPool(ProcessPoolTaskRunner):
    """Prefect's pool, in which the thread that passes the workers' events on sees the settings of this run.

    Prefect starts it without them, so that it would start a server of its own to tell them to.
    """

    def __enter__(self) -> Self:
        self._settings = copy_context()
        return super().__enter__()

    def _forward_subprocess_messages(self) -> None:
        self._settings.run(super()._forward_subprocess_messages)


class Workers:
    """Processes for tasks, as many as `count` (by default one per processor that this process may use).

    They start with the first task. When one dies, most often for lack of memory, all are replaced by half as many,
    and what was not done is done again.
    """

    def __init__(self, count: int | None = None) -> None:
        self._count = count or cpu_count()
        self._runner: ProcessPool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            self._runner.__exit__(kind, error, trace)
            self._runner = None

    def map(
        self, task: Task[..., str], parameters: Mapping[str, Any], shards: Sequence[str]
    ) -> Iterator[str]:
        """Run `task` with `parameters` for each of `shards`; yields each shard as it is done.

        Raises:
            RunFailed: workers died three times in a row without a shard done in between.
        """
        waiting, losses = dict.fromkeys(shards), 0
        while waiting:
            try:
                for future in as_completed(self._submit(task, parameters, list(waiting))):
                    shard = future.result()
                    del waiting[shard]
                    losses = 0
                    yield shard
            except BrokenProcessPool:
                losses += 1
                if losses == LOSSES:
                    raise RunFailed(LOST_WORKER) from None
                self.__exit__(None, None, None)
                self._count = max(1, self._count // 2)

    def _submit(self, task: Task[..., str], parameters: Mapping[str, Any], shards: list[str]) -> list[Any]:
        # Threads and processes start with the signals that the thread which starts them holds back.
        with interrupt_held_back():
            if self._runner is None:
                self._runner = ProcessPool(max_workers=self._count, initializer=begin).__enter__()
            return [self._runner.submit(task, {**parameters, "shard": shard}) for shard in shards]
