"""What importing the service brings along, and what it must not."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import socket, sys

def refuse(*args, **kwargs):
    raise OSError("the network was touched")

socket.socket.connect = socket.socket.connect_ex = refuse
socket.getaddrinfo = socket.create_connection = refuse

import deckname.app

guests = {"torch", "transformers", "spacy", "presidio_analyzer", "faker", "datasets", "onnx", "training", "benchmarks"}
guests |= {"sqlalchemy", "alembic"}
print(sorted(guests & set(sys.modules)))
"""


def test_the_service_imports_nothing_that_trains_and_no_network() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")
