"""Wishes, by what they are about; `table` reads a clause and hands it to one of these."""
