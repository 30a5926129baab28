# Sourced from the top folder by the scripts here: sets $python, with the pinned packages of requirements.txt installed in .venv-bench.
python=.venv-bench/bin/python

# A copy of the list is kept where it was installed: a changed list installs anew.
if ! cmp -s benchmarks/requirements.txt .venv-bench/installed.txt; then
  echo "benchmarks: installing the pinned packages of benchmarks/requirements.txt into .venv-bench" >&2
  python3 -m venv .venv-bench
  $python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt >&2
  cp benchmarks/requirements.txt .venv-bench/installed.txt
fi
