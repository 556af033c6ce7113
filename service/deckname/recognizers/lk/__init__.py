"""Identifiers of Sri Lanka."""
