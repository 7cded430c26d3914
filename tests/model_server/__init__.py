"""A local server that speaks the Messages API's wire format, misbehaves on command and counts what it is asked.

`python -m tests.model_server --port 8080 --latency 0.3` runs it; `tests.model_server.process.ModelServer` starts
it in a process of its own and reads its counters.
"""
