"""The `makebelieve` command."""
