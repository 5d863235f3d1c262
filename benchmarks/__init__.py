"""How fast sopgen is, beside other ways to make the same document; run by ``python -m benchmarks``."""
