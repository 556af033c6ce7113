"""Identifiers of Venezuela."""
