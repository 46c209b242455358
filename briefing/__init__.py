"""Briefings: what a release says of places, as files for people who do not open the dashboard."""
