"""Published releases: how they lie on disk, how they are written and read."""
