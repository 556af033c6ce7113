"""Identifiers of the United States."""
