"""Adapters to outside models, each behind a protocol that a maker declares and each an optional extra."""
