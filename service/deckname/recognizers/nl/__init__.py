"""Identifiers of the Netherlands."""
