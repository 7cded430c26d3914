"""Prefect flows over clio.pipeline: they schedule and spread work, and compute nothing."""
