"""What the recognizers find, what they leave alone, and how fast: one script a question, results in one file.

The sets that they are measured on lie outside the repository; what is written down names cases by their ids.
"""
