"""Identifiers of Greece."""
