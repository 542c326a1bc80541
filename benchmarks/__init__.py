"""How fast Marsad reads and how much memory it takes; `python -m benchmarks.run`."""
