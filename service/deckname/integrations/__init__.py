"""deckname inside other tools: one module a guest, which is imported when it is asked for.

None of the guests comes with deckname; a module's error names the extra to install.
"""
