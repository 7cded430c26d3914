"""Running commands with every connection beyond loopback refused and recorded."""

import os
import subprocess
import sys
from pathlib import Path

GUARD = Path(__file__).parent / "network_guard"
# Bring up loopback in a network of its own, which has nothing else, and go on as the command.
ALONE = """
import fcntl, os, socket, struct, sys
with socket.socket() as probe:
    fcntl.ioctl(probe, 0x8914, struct.pack("16sh14x", b"lo", 0x1 | 0x40))
os.execv(sys.argv[1], sys.argv[1:])
"""


def can_be_alone() -> bool:
    """Whether the kernel lets this user make a network namespace."""
    try:
        return subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def alone(command: list[str]) -> list[str]:
    """The command in a network that reaches nothing but itself, where the kernel allows it."""
    return ["unshare", "-rn", sys.executable, "-S", "-c", ALONE, *command] if can_be_alone() else command


def guarded_environment(record: Path, **more: str) -> dict[str, str]:
    """Environment in which every Python process is guarded and `record` tells what was tried."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "CLIO_"))
    }
    path = os.pathsep.join(filter(None, [str(GUARD), inherited.get("PYTHONPATH")]))
    return {**inherited, "PYTHONPATH": path, "CLIO_TEST_CALL_OUTS": str(record), **more}


def call_outs(record: Path) -> list[str]:
    """Connections that were tried; fails when no process was guarded at all."""
    lines = record.read_text().splitlines()
    assert any(line.startswith("guarded ") for line in lines), "the guard was not in force"
    return [line for line in lines if line.startswith("refused ")]


def guarded_processes(record: Path) -> int:
    """How many processes the guard was in."""
    return sum(line.startswith("guarded ") for line in record.read_text().splitlines())
