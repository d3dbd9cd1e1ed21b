"""Readings by what a sentence is made of: which things of the world it names, which operation its words ask for, and whether any word is left over."""
