"""Styles besides pixels: flat vector drawings and soft painted pictures, made of the same traced scenes."""
