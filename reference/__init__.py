"""Identities shared by all sources: places and who codes what where."""
