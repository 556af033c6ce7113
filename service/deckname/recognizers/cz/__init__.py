"""Identifiers of Czechia, and those that Slovakia shares with it."""
