"""clio verify: every rule of a release that can be checked from its files, and what only the gate attests."""

import typer

from clio.cli.show import ReleaseArgument


def verify(release: ReleaseArgument) -> int:
    """Check every rule that a release's files can show, and say what only its maker can attest (1 = one failed)."""
    from clio.release.verify import verify as check_release

    found = check_release(release)
    for check in found.checks:
        mark = "ok  " if check.ok else "FAIL"
        typer.echo(f"{mark} {check.name}" + (f": {check.detail}" if check.detail else ""))
    typer.echo("\nOnly the gate that made the release can attest:")
    for sentence in found.attested:
        typer.echo(f"  - {sentence}")
    failed = sum(not check.ok for check in found.checks)
    typer.echo(f"\n{len(found.checks) - failed} checks passed, {failed} failed.")
    return int(failed > 0)
