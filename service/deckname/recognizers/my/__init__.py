"""Identifiers of Malaysia."""
