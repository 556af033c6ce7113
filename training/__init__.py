"""From corpora to a sealed model. Run from a checkout, step by step: ``python -m training.<step>``; never shipped."""
