"""Checks: one fault a file. A member has `FLAGS` and `ALLOWS`, sentences about the shipped example that it must and must not flag, and `check(reading, world)`."""
