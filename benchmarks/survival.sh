#!/bin/sh
# Measures the survival statistics beside lifelines and R, and writes one line of JSON a measurement:
#
#   benchmarks/survival.sh PROGRAMS OUTPUT
#
# PROGRAMS is the folder of the built programs rankfall and survival-bench. Takes about four minutes; nothing else should be running.
set -eu

[ $# -eq 2 ] || {
  echo "usage: benchmarks/survival.sh PROGRAMS OUTPUT" >&2
  exit 2
}
case $1 in /*) programs=$1 ;; *) programs=$PWD/$1 ;; esac
case $2 in /*) output=$2 ;; *) output=$PWD/$2 ;; esac
cd "$(dirname "$0")/.."
. benchmarks/venv.sh
bench=$programs/survival-bench
OMP_NUM_THREADS=1
OPENBLAS_NUM_THREADS=1
export OMP_NUM_THREADS OPENBLAS_NUM_THREADS

say() { echo "benchmarks: survival: $*" >&2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
lines=$work/lines

say "simulating the times"
"$bench" data "$work/whole.csv"
"$bench" data "$work/distinct.csv" --continuous

# tool NAME FILE SUFFIX: appends its lines.
tool() {
  say "$1$3"
  case $1 in
    rankfall) "$bench" library "$2" --repeats 9 --suffix "$3" >>"$lines" ;;
    lifelines) $python benchmarks/survival_lifelines.py "$2" --repeats 5 --suffix "$3" >>"$lines" ;;
    R) Rscript --vanilla benchmarks/survival.R "$2" 3 "$3" >>"$lines" ;;
  esac
}
for order in "rankfall lifelines R" "R lifelines rankfall" "rankfall lifelines R"; do
  for name in $order; do tool "$name" "$work/whole.csv" ""; done
done
for name in rankfall lifelines R; do tool "$name" "$work/distinct.csv" ", distinct times"; done

say "the whole command"
"$bench" program "$programs/rankfall" "$work/whole.csv" --rows 1000000 --repeats 9 --parts >>"$lines"
"$bench" program "$programs/rankfall" "$work/distinct.csv" --rows 1000000 --repeats 3 --suffix ", distinct times" >>"$lines"
rm "$work/distinct.csv"

say "memory"
for options in "" "--log-rank" "--continuous" "--continuous --log-rank"; do
  for rows in 1000000 10000000; do
    # Left unquoted on purpose: one word an option.
    # shellcheck disable=SC2086
    "$bench" memory --rows $rows $options >>"$lines"
  done
done
"$bench" data "$work/ten.csv" --rows 10000000
"$bench" program "$programs/rankfall" "$work/ten.csv" --rows 10000000 --repeats 1 >>"$lines"
"$bench" data "$work/ten.csv" --rows 10000000 --continuous
"$bench" program "$programs/rankfall" "$work/ten.csv" --rows 10000000 --repeats 1 --suffix ", distinct times" >>"$lines"

say "laws and intervals"
"$bench" information >>"$lines"

mkdir -p "$(dirname "$output")"
mv "$lines" "$output"
chmod 644 "$output"
say "wrote $(wc -l <"$output") measurements to $output"
