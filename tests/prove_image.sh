#!/usr/bin/env bash
# The Dockerfile's steps by hand: wheel -> clean venv with runtime dependencies alone -> unprivileged user, read-only
# files, no network but loopback -> health check, a detection, a redaction. Needs root (for unshare and the user).
#
#   make wheel && tests/prove_image.sh [dist/deckname-*.whl]
set -euo pipefail
[ "${1:-}" = "--inside" ] || cd "$(dirname "$0")/.."

if [ "${1:-}" = "--inside" ]; then
    # Runs in a network namespace of its own and as nobody knows who: only loopback is there.
    venv=$2
    "$venv/bin/deckname" serve --port 8000 2>"$venv.log" &
    server=$!
    trap 'kill $server' EXIT
    "$venv/bin/python" - "$server" <<'PYTHON'
import json, os, sys, time, urllib.error, urllib.request

base, started = "http://127.0.0.1:8000", time.monotonic()


def call(path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(base + path, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=5) as answer:
        return json.load(answer)


while True:
    try:
        print("ready:", call("/ready"))
        break
    except (urllib.error.URLError, ConnectionError):
        if time.monotonic() - started > 30:
            raise SystemExit("not ready after 30 s")
        time.sleep(0.05)
print(f"seconds from start to ready: {time.monotonic() - started:.2f}")
assert call("/health")
text = "Ship it to Ada Lovelace, ada@lovelace.org, card 4111 1111 1111 1111."
found = call("/detect", {"text": text})
assert {span["type"] for span in found["spans"]} == {"PERSON", "EMAIL_ADDRESS", "CREDIT_CARD"}, found
assert call("/redact", {"text": text})["redacted_text"] == "Ship it to <PERSON>, <EMAIL_ADDRESS>, card <CREDIT_CARD>."
times = []
for _ in range(200):
    begun = time.perf_counter()
    call("/detect", {"text": text})
    times.append(1000 * (time.perf_counter() - begun))
print(f"median latency of a sentence of {len(text)} characters over HTTP: {sorted(times)[100]:.1f} ms")
status = dict(line.split(":", 1) for line in open(f"/proc/{sys.argv[1]}/status"))
print("resident memory:", status["VmRSS"].strip(), "peak:", status["VmHWM"].strip())
assert int(status["VmRSS"].split()[0]) <= 400_000, "a worker takes more than 400 MB"
print("user:", os.getuid())
assert os.getuid() != 0
try:
    urllib.request.urlopen("https://pypi.org", timeout=2)
except OSError:
    print("no network: as it should be")
else:
    raise SystemExit("there is a network")
PYTHON
    "$venv/bin/python" -c "
import sys, importlib.util
heavy = [name for name in ('torch', 'transformers', 'spacy', 'presidio_analyzer', 'faker') if importlib.util.find_spec(name)]
sys.exit(f'installed, but should not be: {heavy}' if heavy else 0)"
    if touch "$venv/x" 2>/dev/null; then echo "the installation is writable" >&2; exit 1; fi
    grep -q "Ada Lovelace" "$venv.log" && { echo "the log holds the text" >&2; exit 1; }
    echo proved
    exit 0
fi

wheel=${1:-$(ls -t dist/deckname-*.whl | head -n 1)}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
chmod 755 "$scratch"
"${PYTHON:-python3}" -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet "$wheel"
"$scratch/venv/bin/pip" uninstall --quiet --yes pip
: >"$scratch/venv.log" && chmod 666 "$scratch/venv.log"
cp "$0" "$scratch/prove_image.sh"
ls -l "$wheel" | awk '{printf "wheel: %.1f MB\n", $5 / 1e6}'
du -sm "$scratch/venv" | awk '{print "installed: " $1 " MB"}'
prefix=$("$scratch/venv/bin/python" -c 'import sys; print(sys.base_prefix)')
mkdir "$scratch/prefix"
# A bind mount makes the installation read-only; the user is nobody; the network is loopback alone.
unshare --net --mount bash -c "
    ip link set lo up
    if ! setpriv --reuid=65534 --clear-groups test -x '$prefix/bin/python3'; then
        # The interpreter lies in a home folder that is closed to others: lay bare the interpreter and nothing else.
        mount --bind '$prefix' '$scratch/prefix'
        mount -t tmpfs -o mode=755 none \"/\$(cut -d/ -f2 <<<'$prefix')\"
        mkdir -p '$prefix' && mount --bind '$scratch/prefix' '$prefix'
    fi
    mount --bind -o ro '$scratch/venv' '$scratch/venv' && mount -o remount,ro,bind '$scratch/venv'
    cd / && setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs \
        env -i PATH=/usr/bin:/bin HOME=/nonexistent PYTHONDONTWRITEBYTECODE=1 \
        bash '$scratch/prove_image.sh' --inside '$scratch/venv'"
