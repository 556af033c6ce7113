"""What is measured and reported; never shipped."""
