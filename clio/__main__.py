"""`python -m clio` is the `clio` command."""

from clio.cli.main import main

main()
