"""Identifiers of Spain."""
