"""Generated conversations with known truth, for the demo, for validation and for measurements."""
