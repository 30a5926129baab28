#!/bin/sh
# Writes the sections of a study's tables in docs/tables.md anew, as the program has them: scripts/tables.sh RANKFALL
set -eu
cd "$(dirname "$0")/.."
page=docs/tables.md
{
  sed '/^### /,$d' "$page"
  "$1" columns
  echo
  sed -n '/^## Tables of the commands/,$p' "$page"
} > "$page.new"
mv "$page.new" "$page"
