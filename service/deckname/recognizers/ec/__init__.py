"""Identifiers of Ecuador."""
