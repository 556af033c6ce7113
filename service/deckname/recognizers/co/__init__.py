"""Identifiers of Colombia."""
