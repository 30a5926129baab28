"""The problem, the check and the stopwatch that all baselines share.

One SGD step draws an observed entry k = (i, j) of value a and sets, from the old weights of every layer l,

    W_l <- (1 - c_reg eta lambda) W_l - c_data eta (A_k - a) dA_k/dW_l,    A = W_L ... W_1.
"""

import json
import os
import statistics
import time
from pathlib import Path

# The 2x2 problem [[1, *], [1/4, 1]]: rows, columns and values of its three observed entries.
ROWS = (0, 1, 1)
COLUMNS = (0, 0, 1)
VALUES = (1.0, 0.25, 1.0)

# The convention `figures`: squared error without the 1/2, weight decay lambda.
C_DATA, C_REG = 2.0, 1.0
LAMBDA = 0.1
# 500 steps at the first rate, then the second.
START_STEPS, START_ETA, ETA = 500, 0.03, 0.2


def layer_shapes(depth, width):
    """The shapes of W_1, ..., W_L."""
    return [(width, 2)] + [(width, width)] * (depth - 2) + [(2, width)]


def load_cases():
    """The cases of check.json: same start, same entries, same end for every program that simulates this chain."""
    text = (Path(__file__).parent / "check.json").read_text()
    return json.loads(text)["cases"]


def compare(name, case, weights):
    """Compares the final weights of a check with what is expected, to 1e-10; raises when they differ."""
    worst = 0.0
    for layer, expected in zip(weights, case["final"], strict=True):
        for row, expected_row in zip(layer, expected, strict=True):
            for value, wanted in zip(row, expected_row, strict=True):
                # Written so that a NaN fails.
                if not abs(float(value) - wanted) <= 1e-10:
                    raise SystemExit(f"{name}: depth {case['depth']}, width {case['hidden_width']}: {value} is not {wanted}")
                worst = max(worst, abs(float(value) - wanted))
    print(f"{name}: depth {case['depth']}, width {case['hidden_width']}: agrees, worst difference {worst:.1e}")


def measure(run, seconds=0.6, repeats=5):
    """Calls run(), which returns the chain-steps it did, for `seconds` at a time, `repeats` times; after a warm-up by the caller.

    Returns the rates, and the cores in use (processor time over wall time: below 1 when other programs are in the way).
    """
    rates, used = [], []
    for _ in range(repeats):
        steps = 0
        wall, cpu = time.perf_counter(), time.process_time()
        while (elapsed := time.perf_counter() - wall) < seconds:
            steps += run()
        elapsed = time.perf_counter() - wall
        rates.append(steps / elapsed)
        used.append((time.process_time() - cpu) / elapsed)
    return rates, statistics.median(used)


def report(name, variant, width, depth, rates, version, threads, cores_used, chains, trials=None):
    """Prints one measurement as one line of JSON."""
    print(
        json.dumps(
            {
                "name": name,
                "variant": variant,
                "hidden_width": width,
                "depth": depth,
                "chain_steps_per_second": round(statistics.median(rates)),
                "repeats": [round(rate) for rate in rates],
                "version": version,
                "threads": threads,
                "cores_used": round(cores_used, 2),
                "chains": chains,
                "trials": trials or {},
            }
        ),
        flush=True,
    )


def fastest(candidates, seconds=0.3):
    """Of the candidates {name: run}, the one with the highest rate in a short trial after one call of warm-up, and all the rates."""

    def rate(run):
        run()
        rates, _ = measure(run, seconds=seconds, repeats=1)
        return rates[0]

    rates = {name: round(rate(run)) for name, run in candidates.items()}
    return max(rates, key=rates.get), rates


def use_one_core():
    """Binds this process, and every thread it will start, to one core (where the system can)."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
