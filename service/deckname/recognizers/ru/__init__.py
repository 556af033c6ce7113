"""Identifiers of Russia."""
