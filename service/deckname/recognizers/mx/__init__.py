"""Identifiers of Mexico."""
