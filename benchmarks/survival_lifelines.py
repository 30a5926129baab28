"""Measures lifelines on the times of a CSV file: survival_lifelines.py FILE [--repeats N] [--suffix TEXT].

Writes a line of JSON for each task (see tools/survival-bench/BenchLine.swift). The data are in memory before the clock starts.
"""

import argparse
import json
import time

import lifelines
import numpy
import pandas
from lifelines import KaplanMeierFitter
from lifelines.statistics import logrank_test
from lifelines.utils import median_survival_times, restricted_mean_survival_time

HORIZON = 30_000.0


def kaplan_meier(times, events):
    """The curve with its log-log intervals, the median with its interval, the restricted mean (without its variance, which is slower)."""
    fitter = KaplanMeierFitter().fit(times, events)
    interval = median_survival_times(fitter.confidence_interval_)
    return {
        "distinct_times": int(numpy.sum(fitter.event_table.index > 0)),
        "median": float(fitter.median_survival_time_),
        "median_lower": float(interval.iloc[0, 0]),
        "median_upper": float(interval.iloc[0, 1]),
        "restricted_mean": float(restricted_mean_survival_time(fitter, t=HORIZON)),
        "survival": float(fitter.survival_function_at_times(10_000.0).iloc[0]),
        "lower": float(fitter.confidence_interval_.asof(10_000.0).iloc[0]),
        "upper": float(fitter.confidence_interval_.asof(10_000.0).iloc[1]),
    }


def log_rank(times, events, groups):
    """The two-group log-rank test."""
    first, second = groups
    result = logrank_test(times[first], times[second], events[first], events[second])
    return {"chi_square": float(result.test_statistic)}


def measure(task, rows, repeats, work):
    """Runs `work` once, then `repeats` times under the clock."""
    work()
    seconds = []
    started = time.process_time()
    for _ in range(repeats):
        clock = time.perf_counter()
        results = work()
        seconds.append(time.perf_counter() - clock)
    print(
        json.dumps({
            "tool": "lifelines", "version": lifelines.__version__, "task": task, "rows": rows, "seconds": seconds,
            "cores_used": (time.process_time() - started) / sum(seconds), "results": results,
        }),
        flush=True,
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--suffix", default="")
    options = parser.parse_args()
    data = pandas.read_csv(options.file)
    times, events = data["time"].to_numpy(dtype=float), data["event"].to_numpy()
    labels = data["group"].to_numpy()
    groups = (labels == "a", labels == "b")
    rows = len(times)
    measure("kaplan-meier" + options.suffix, rows, options.repeats, lambda: kaplan_meier(times, events))
    measure("log-rank" + options.suffix, rows, options.repeats, lambda: log_rank(times, events, groups))


if __name__ == "__main__":
    main()
