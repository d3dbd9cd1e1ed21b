"""Edits in plain words: an instruction is read into graph operations, tried, checked, and accounted for."""
