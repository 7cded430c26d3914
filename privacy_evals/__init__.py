"""How private Clio is: attacks on, and measurements of, whole pipelines under every policy.

Each module asks one question, has `measure(scale, scratch, seed) -> Section`, and uses generated data only.
"""
