"""Every statistic against an independent program, and every test on series that hold no trend.

`python -m validation` (`make validate`) prints and writes docs/validation.md, and writes
docs/methods.md from what indicators and scoring declare of themselves.
"""
