"""What a wish means, whatever its wording: sentence frames taken off, what is left said as a few relations, slots filled from the world."""
