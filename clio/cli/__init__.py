"""The command line: one file per command; the top layer, imported by nothing."""
