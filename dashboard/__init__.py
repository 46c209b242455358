"""The Dash dashboard; it shows and links, and computes nothing."""
