"""Run the server: `python -m tests.model_server --port 8080 --latency 0.3 --fault 529=0.02 --model obedient`."""

import argparse
import asyncio
import json
import sys

from aiohttp import web

from tests.model_server.app import make_app
from tests.model_server.faults import FAULTS, Options


def read_options(arguments: list[str]) -> tuple[int, Options]:
    parser = argparse.ArgumentParser(prog="python -m tests.model_server", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before an answer")
    parser.add_argument("--model", choices=("plausible", "obedient", "copying"), default="plausible")
    parser.add_argument("--fault", action="append", default=[], metavar="NAME=SHARE", help=", ".join(FAULTS))
    parser.add_argument("--retry-after", type=float)
    parser.add_argument("--requests-per-minute", type=int)
    parser.add_argument("--tokens-per-minute", type=int)
    parser.add_argument("--no-structured-outputs", action="store_true")
    parser.add_argument("--options", default="{}", help="further options as JSON")
    given = parser.parse_args(arguments)
    rates = {name: float(share) for name, _, share in (fault.partition("=") for fault in given.fault)}
    if rates.keys() - set(FAULTS):
        parser.error(f"unknown faults: {sorted(rates.keys() - set(FAULTS))}")
    options = {
        "latency": given.latency,
        "model": given.model,
        "rates": rates,
        "retry_after": given.retry_after,
        "requests_per_minute": given.requests_per_minute,
        "tokens_per_minute": given.tokens_per_minute,
        "structured": not given.no_structured_outputs,
    }
    return given.port, Options(**(options | json.loads(given.options)))


async def serve(port: int, options: Options) -> None:
    """Serve until killed; the first line of output is the port as JSON."""
    runner = web.AppRunner(make_app(options), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port, backlog=4096)
    await site.start()
    sys.stdout.write(json.dumps({"port": runner.addresses[0][1]}) + "\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(*read_options(sys.argv[1:])))
