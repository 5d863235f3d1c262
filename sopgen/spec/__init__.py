"""The spec language: models, values, loading, JSON Schema."""
