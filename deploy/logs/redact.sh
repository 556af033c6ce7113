#!/bin/sh
# Redacts files of logs that are complete (rotated) into a folder that shippers read: fluent-bit.yaml, vector.toml and
# otel-collector.yaml in this directory. Finished files are not done again; outputs appear whole or not at all.
#   redact.sh /logs/rotated /logs/redacted [seconds between looks; 0: once]
set -eu
from=$1 to=$2 pause=${3:-10}
resume=
while :; do
    [ -e "$to/.deckname-state.jsonl" ] && resume=--resume
    # shellcheck disable=SC2086  # empty or one word
    [ -z "$(ls -A "$from")" ] || deckname redact --profile logs --quiet $resume "$from" -o "$to"
    [ "$pause" != 0 ] || exit 0
    sleep "$pause"
done
