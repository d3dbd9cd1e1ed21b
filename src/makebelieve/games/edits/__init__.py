"""Edits in plain words: a message is read into operations, applied to the config, composed and proven anew, and accounted for."""
