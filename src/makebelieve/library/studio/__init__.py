"""Sprites, animations, tiles and projects: what the studio family makes and keeps."""
