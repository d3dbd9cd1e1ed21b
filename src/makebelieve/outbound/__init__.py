"""Requests to addresses that callers name: one guarded client, for webhooks and for pictures to be fetched."""
