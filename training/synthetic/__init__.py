"""Synthetic documents: templates whose slots are filled with invented values, with every value's place known."""
