"""Identifiers of the United Arab Emirates."""
