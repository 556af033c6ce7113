"""Identifiers of the United Kingdom."""
