"""Rooms told by their furniture: each a wall, a floor and pieces laid out along it as the seed arranges them."""
