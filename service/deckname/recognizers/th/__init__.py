"""Identifiers of Thailand."""
