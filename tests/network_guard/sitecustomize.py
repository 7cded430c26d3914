"""Put on PYTHONPATH, this makes every Python process refuse connections beyond loopback, and record them.

Attempts are appended to the file that CLIO_TEST_CALL_OUTS names; each process also notes that it is guarded.
"""

import errno
import ipaddress
import os
import socket
import sys

RECORD = os.environ.get("CLIO_TEST_CALL_OUTS")
OWN_NAME = socket.gethostname()
LOCAL_NAMES = {None, "", "localhost", b"localhost"}


def _note(line: str) -> None:
    descriptor = os.open(str(RECORD), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.write(descriptor, f"{line}\n".encode())
    os.close(descriptor)


def _is_local(host: object) -> bool:
    if host in LOCAL_NAMES:
        return True
    try:
        text = host.decode() if isinstance(host, bytes) else str(host)
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _check(what: str, host: object) -> None:
    if not _is_local(host):
        _note(f"refused {what} {host!r} by {sys.argv[:3]}")
        raise OSError(errno.ENETUNREACH, "refused by the test")


def _audit(event: str, arguments: tuple) -> None:
    # Audit events are raised below every Python-level wrapper, by blocking sockets and event loops alike.
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        if isinstance(arguments[1], tuple):
            _check(event, arguments[1][0])
    elif event.startswith("socket.get") and event != "socket.gethostname" and arguments[0] != OWN_NAME:
        _check(event, arguments[0])


if RECORD:
    sys.addaudithook(_audit)
    _note(f"guarded {os.getpid()} {sys.argv[:1]}")
