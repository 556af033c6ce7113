"""Identifiers of Panama."""
