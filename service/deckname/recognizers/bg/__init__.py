"""Identifiers of Bulgaria."""
