"""Tiles: flat textures that repeat without a seam, their isometric projection, and autotile sets."""
