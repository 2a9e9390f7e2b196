"""Measurements, one file a question; each prints its figures as JSON. `make bench` runs all of them."""
