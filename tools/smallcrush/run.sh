#!/bin/sh
# Runs SmallCrush on each of the ways in which the program uses its random streams: run.sh STREAM-DUMP SMALLCRUSH [SEED]
# The tables go to standard output; the exit status is the worst one.
set -u
dump=$1
smallcrush=$2
seed=${3:-2305}
worst=0
for mode in words single digits; do
  "$dump" "$mode" "$seed" | "$smallcrush" "$mode"
  status=$?
  [ "$status" -le "$worst" ] || worst=$status
  echo
done
exit "$worst"
