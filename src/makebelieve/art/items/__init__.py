"""Things: families of parametric generators, one function a family. `FAMILIES` names them all."""

from makebelieve.art.items.families import FAMILIES, Family, family_of

__all__ = ["FAMILIES", "Family", "family_of"]
