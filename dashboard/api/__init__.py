"""The open data interface under /api/v1: what a release holds, for programs. Declared, not written route by route."""
