"""From many indicator values to one picture of a place."""
