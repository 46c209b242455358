"""From what each source published to the one series of deaths that speaks."""
