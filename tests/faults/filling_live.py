"""What a process that may be killed does: fill a ledger live. python filling_live.py URL LEDGER COUNT IN_FLIGHT"""

import asyncio
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "models"), str(Path(__file__).resolve().parents[2])]

from filling import asked, filling  # noqa: E402

from clio.models.ledger import Ledger  # noqa: E402


def main(url: str, ledger: str, count: str, in_flight: str) -> int:
    """130 when the user interrupts it."""
    requests = (asked(f"number {number}") for number in range(int(count)))
    try:
        asyncio.run(filling(url, requests, Ledger(Path(ledger)), max_in_flight=int(in_flight)))
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
