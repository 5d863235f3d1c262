"""sopgen: SOPs as code. YAML specs in, checked documents out."""

__version__ = "0.1.0"
