"""Users, keys, tokens, scopes, and the gate that decides who may do what."""
