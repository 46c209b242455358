"""Shapes of the tables that cross a folder boundary; one file per grain, no logic."""
