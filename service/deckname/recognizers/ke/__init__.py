"""Identifiers of Kenya."""
