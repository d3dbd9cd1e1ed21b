"""What somebody asked at a terminal answers without a language model: only what the world holds, in the first person.

`questions` reads what is asked, `knowledge` is what the one asked can know (facts whose flags are held, places, ways, people, what is
left to do), `surroundings` what can be seen here, `answers` puts the two together. What the world does not hold is said to be unknown,
with what can be asked instead.
"""

from makebelieve.worlds.console.answers import reply

__all__ = ["reply"]
