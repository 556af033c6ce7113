"""Values that look like others: the same kind, language and shape, decided by a key and kept in no table."""
