"""Tiers, daily quotas, rate limits, idempotency."""
