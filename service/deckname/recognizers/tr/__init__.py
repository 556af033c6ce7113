"""Identifiers of Turkey."""
