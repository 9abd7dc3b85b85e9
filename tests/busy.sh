#!/bin/sh
# The tests three times over while two other processes keep two cores busy: `tests/busy.sh [ARGS of pytest]`.
# `TESTS="python -m pytest"` runs them otherwise than `./run test` does.
set -eu

cd "$(dirname "$0")/.."
busy=
for _ in 1 2; do
    sh -c 'while :; do :; done' &
    busy="$busy $!"
done
# shellcheck disable=SC2086
trap 'kill $busy' EXIT
for round in 1 2 3; do
    printf '%s\n' "round $round, $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
    ${TESTS:-./run test} "$@"
done
