"""Files by the tree: read in batches, looked through on all cores, redacted and written in order.

    read (parent)  ──batches──▶  workers: detect  ──spans──▶  stitch, redact, render, write (parent)

The parent reads and writes, the workers detect; what travels to a worker is text and what comes back are spans. A
bounded number of batches is under way at any time, so memory is bounded whatever the size of the files.
"""
