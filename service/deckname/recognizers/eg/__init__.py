"""Identifiers of Egypt."""
