"""The processes that a command has started, found by a variable in their environment, wherever they hang now."""

from pathlib import Path

import psutil


def family(variable: str, folder: Path) -> list[psutil.Process]:
    """Every living process whose environment names `folder` under `variable`."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get(variable) == str(folder) and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except psutil.Error:
            continue
    return found


def left(variable: str, folder: Path, seconds: float = 30) -> list[psutil.Process]:
    """Those that are still there when a process whose parent has died had time to notice."""
    _, still_there = psutil.wait_procs(family(variable, folder), timeout=seconds)
    return still_there


def command_of(process: psutil.Process) -> str:
    """What a process runs, as far as it still tells."""
    try:
        return f"{process.pid} {process.status()} {process.cmdline()}"
    except psutil.Error:
        return ""
