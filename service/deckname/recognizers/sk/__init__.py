"""Identifiers of Slovakia; the birth number and company number are with those of Czechia."""
