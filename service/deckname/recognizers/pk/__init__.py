"""Identifiers of Pakistan."""
