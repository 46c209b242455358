"""What does a team that runs Slowburn write beside its figures? Notes on places and dates to come, from two TOML files."""
