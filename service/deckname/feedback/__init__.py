"""What reviewers say of findings: taken in, kept encrypted, counted, erased, and made into examples to learn from.

``verdicts`` says what is said, ``store`` keeps it (SQLite or PostgreSQL; needs the extra ``feedback``), ``export``
turns it into Documents and preference pairs. ``deckname.feedback_api`` takes it over HTTP, where settings switch it on.
"""
