#!/bin/sh
# Measures the baselines and writes one line of JSON a measurement: benchmarks/run.sh OUTPUT
# The first call installs the pinned packages of requirements.txt into .venv-bench; after that it takes about two minutes.
set -eu

[ $# -eq 1 ] || {
  echo "usage: benchmarks/run.sh OUTPUT" >&2
  exit 2
}
case $1 in /*) output=$1 ;; *) output=$PWD/$1 ;; esac
cd "$(dirname "$0")/.."
. benchmarks/venv.sh

mkdir -p "$(dirname "$output")"
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT

# measure PROGRAM [OPTION...]: appends its lines. (No pipe here: it would hide a failure.)
measure() {
  program=$1
  shift
  echo "benchmarks: measuring $program $*" >&2
  $python "benchmarks/$program.py" "$@" >>"$lines"
}

# Each program first shows that it simulates the right chain.
for program in numba_chains jax_chains torch_chain; do
  echo "benchmarks: checking $program" >&2
  $python benchmarks/$program.py --check >&2
done
measure jax_chains --threads all
OMP_NUM_THREADS=1
OPENBLAS_NUM_THREADS=1
export OMP_NUM_THREADS OPENBLAS_NUM_THREADS
measure jax_chains --threads one
measure numba_chains
measure torch_chain

mv "$lines" "$output"
chmod 644 "$output"
echo "benchmarks: wrote $(wc -l <"$output") measurements to $output" >&2
