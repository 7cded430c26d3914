"""Personal details that their wording announces: a number by its label, a street by its kind, a name by a cue."""
