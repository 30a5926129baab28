#!/bin/sh
# Checks the style of all Swift files, and what the formatter cannot know.
set -eu
cd "$(dirname "$0")/.."

swift format lint --strict --recursive Sources Tests tools Package.swift

# The thread sanitizer does not know the futex of Synchronization's lock: it reports races that are none, and hides those that are.
if grep -rnE --include='*.swift' '\bMutex\b' Sources Tests tools; then
  echo "lint: use Locked (Sources/Threads) in place of Mutex, whose futex the thread sanitizer does not know" >&2
  exit 1
fi
