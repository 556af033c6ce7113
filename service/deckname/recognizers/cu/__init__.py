"""Identifiers of Cuba."""
