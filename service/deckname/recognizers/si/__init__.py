"""Identifiers of Slovenia, and those that the successors of Yugoslavia share with it."""
