#!/bin/sh
# Installs what Rankfall needs beyond Swift itself, and nothing that is there already. Silent when nothing is missing.
#
#   scripts/setup.sh [--benchmarks] [--verification] [--testu01]
#
#   --benchmarks    also what `make bench` needs (Python with venv, R with survival)
#   --verification  also what `make verify-ladder` needs (Python with venv)
#   --testu01       also what `make smallcrush` needs (TestU01, from Debian's non-free component)
set -eu

fail() {
  echo "setup: $*" >&2
  exit 1
}

missing=""
# need PACKAGE TEST...: notes PACKAGE as missing unless dpkg has it or the test holds (another package may provide the same).
need() {
  package=$1
  shift
  status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) || status=""
  [ "$status" = installed ] || "$@" >/dev/null 2>&1 || missing="$missing $package"
}

command -v swift >/dev/null 2>&1 ||
  fail "Swift is not on the PATH; install Swift 6.2 or later as https://www.swift.org/install/linux/ says, then try again."

need git command -v git
need pkg-config command -v pkg-config
need libgsl-dev pkg-config --exists gsl
need libsqlite3-dev pkg-config --exists sqlite3
need gnuplot-nox command -v gnuplot

testu01=no
for option in "$@"; do
  case $option in
    --benchmarks)
      need python3-venv python3 -c 'import ensurepip, venv'
      need r-base-core command -v Rscript
      need r-cran-survival Rscript -e 'library(survival)'
      ;;
    --verification) need python3-venv python3 -c 'import ensurepip, venv' ;;
    --testu01)
      testu01=yes
      need libtestu01-0-dev false
      ;;
    *) fail "unknown option $option; known are --benchmarks, --verification and --testu01." ;;
  esac
done

[ -n "$missing" ] || exit 0

command -v apt-get >/dev/null 2>&1 ||
  fail "missing:$missing (Debian's names), and there is no apt-get here; install them by your system's own means, then try again."

# as_root COMMAND...: runs it, through sudo when that is needed.
if [ "$(id -u)" -eq 0 ]; then
  as_root() { env DEBIAN_FRONTEND=noninteractive "$@"; }
elif command -v sudo >/dev/null 2>&1; then
  as_root() { sudo env DEBIAN_FRONTEND=noninteractive "$@"; }
else
  fail "missing:$missing; run 'apt-get install$missing' as root (this user is not root and there is no sudo), then try again."
fi

echo "setup: installing$missing" >&2
as_root apt-get -o DPkg::Lock::Timeout=300 -qq update >&2 ||
  fail "'apt-get update' failed; see its messages above."

if [ "$testu01" = yes ] && ! apt-cache show libtestu01-0-dev >/dev/null 2>&1; then
  fail "TestU01 is in Debian's non-free component: add 'non-free' to the components in your apt sources, then try again."
fi

# Left unquoted on purpose: one word a package.
# shellcheck disable=SC2086
as_root apt-get -o DPkg::Lock::Timeout=300 -qq install -y --no-install-recommends $missing >&2 ||
  fail "'apt-get install$missing' failed; see its messages above."
