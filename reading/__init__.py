"""What a release says of a place, as arrays, names, spans and words: the same for a page and for a briefing."""
