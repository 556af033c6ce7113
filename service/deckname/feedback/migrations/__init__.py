"""The way from one form of the tables to the next, for Alembic; ``deckname.feedback.store`` walks it by itself.

There is no env.py: the store hands Alembic its own connection, within one transaction.
"""
