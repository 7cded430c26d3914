"""Hypothesis without a deadline: on a busy machine the first example of a test can take long."""

from hypothesis import settings

settings.register_profile("ingest", deadline=None, max_examples=60)
settings.load_profile("ingest")
