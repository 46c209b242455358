"""What refresh does, step by step: gather, build, guard, publish."""
