"""Identifiers of Australia."""
