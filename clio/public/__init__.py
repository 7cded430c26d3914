"""Files fixed in advance and pinned by hash, each with the script that builds it."""
