"""Identifiers of El Salvador."""
