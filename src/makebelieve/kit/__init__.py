"""Small shared ground: ids, clock, seeded random, errors, units. No input or output."""
