"""Examples in any shape: ``python -m training.convert IN --from pii-spans --to documents -o OUT``."""
