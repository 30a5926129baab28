#!/bin/sh
# Runs the noise ladder with Rankfall, simulates it again with numpy, and compares the two: verification/run.sh RANKFALL RESULTS
# RESULTS is a folder that is not there yet. The first call installs numpy, in the version of benchmarks/requirements.txt, into .venv-verification.
set -eu

[ $# -eq 2 ] || {
  echo "usage: verification/run.sh RANKFALL RESULTS" >&2
  exit 2
}
case $1 in /*) rankfall=$1 ;; *) rankfall=$PWD/$1 ;; esac
case $2 in /*) results=$2 ;; *) results=$PWD/$2 ;; esac
[ ! -e "$results" ] || {
  echo "verification: $results is there already; its chains may be those of another build" >&2
  exit 2
}
cd "$(dirname "$0")/.."

python=.venv-verification/bin/python
numpy=$(grep '^numpy==' benchmarks/requirements.txt)
# What was installed is noted where it was installed: another version installs anew.
if [ "$(cat .venv-verification/installed.txt 2>/dev/null)" != "$numpy" ]; then
  echo "verification: installing $numpy into .venv-verification" >&2
  python3 -m venv .venv-verification
  $python -m pip install --quiet --disable-pip-version-check "$numpy" >&2
  echo "$numpy" >.venv-verification/installed.txt
fi

"$rankfall" run verification/ladder.yaml --quiet --output "$results"
# The matrices are small: threads of a linear algebra library would only wait for each other.
OMP_NUM_THREADS=1
OPENBLAS_NUM_THREADS=1
export OMP_NUM_THREADS OPENBLAS_NUM_THREADS
exec $python verification/noise-ladder.py "$results"
