"""Identifiers of Ukraine."""
