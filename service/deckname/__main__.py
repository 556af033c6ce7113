"""``python -m deckname``."""

from deckname.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
