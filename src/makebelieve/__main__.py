"""`python -m makebelieve` is the command `makebelieve`."""

from makebelieve.main import cli

if __name__ == "__main__":
    cli()
