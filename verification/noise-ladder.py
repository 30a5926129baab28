#!/usr/bin/env python3
"""The noise ladder simulated again, by numpy from the formulas of docs/noise-ladder.md, and compared with Rankfall's answer.

    noise-ladder.py RESULTS        RESULTS is what `rankfall run verification/ladder.yaml` has written

Nothing is shared but the formulas: the draws are numpy's, the gradient is backward through matrix products, membership is written down from the
definition of B_1. For each rung: how many chains entered, the mean of min(time, horizon), chains that left again, steps inside after the entry, and
how many diverged, as z-scores of the difference between the two programs. 9 rungs x 5 comparisons: at |z| < 4 a false alarm has a chance of 3e-3 for all
together. The negative control compares each rung of numpy with the sgd of Rankfall: some must be told apart.
"""
import csv, sys
import numpy as np

N_CHAINS, HORIZON, FOLLOW = 1500, 6000, 1000
ETA, LAMBDA, C_DATA, C_REG, DEPTH, WIDTH = 0.2, 0.1, 2.0, 1.0, 3, 2
ENTRIES = [(0, 0, 1.0), (1, 0, 0.25), (1, 1, 1.0)]
TARGET, MASK = np.zeros((2, 2)), np.zeros((2, 2))
for i, j, a in ENTRIES:
    TARGET[i, j], MASK[i, j] = a, 1
ALPHA, EPS1, EPS2, BOUND = 0.03, 0.3, 0.1, 3.0
RUNGS = [("gd", 1, None), ("sgd", 1, None), ("batch", 1, 4), ("shuffled", 1, None), ("matched", 1, None), ("matched", 3, None),
         ("frozen", 1, None), ("langevin", 1, None), ("langevin", 2, 1e-4)]


def eta_at(step):
    return 0.03 if step < 500 else ETA


def weighted_gradient(weights, factors):
    """sum_k c_k g_k for each chain; factors holds c_k at the place of entry k."""
    images = [None, weights[0]]
    for w in weights[1:]:
        images.append(w @ images[-1])
    back = C_DATA * factors * (images[-1] - TARGET) * MASK
    gradient = [None] * DEPTH
    for layer in reversed(range(DEPTH)):
        gradient[layer] = back if layer == 0 else back @ np.swapaxes(images[layer], 1, 2)
        back = np.swapaxes(weights[layer], 1, 2) @ back
    return gradient


def at_places(values):
    """c_k of shape (chains, 3) as matrices."""
    out = np.zeros((len(values), 2, 2))
    for k, (i, j, _) in enumerate(ENTRIES):
        out[:, i, j] = values[:, k]
    return out


def inside(weights):
    """Membership in B_1, by the definition."""
    good = np.ones(len(weights[0]), bool)
    for w in weights:
        squares = np.linalg.svd(w, compute_uv=False) ** 2
        rank = np.where(squares > ALPHA, 1, squares * (2 * ALPHA - squares) / ALPHA**2).sum(1)
        good &= (rank <= 1 + EPS2) & ((w**2).sum((1, 2)) <= BOUND)
    for below, above in zip(weights, weights[1:]):
        difference = below @ np.swapaxes(below, 1, 2) - np.swapaxes(above, 1, 2) @ above
        good &= np.abs(np.linalg.eigvalsh(difference)).max(1) <= EPS1
    return good


def simulate(rung, substeps, option, rng):
    n = N_CHAINS
    shapes = [(n, WIDTH, 2), (n, WIDTH, WIDTH), (n, 2, WIDTH)]
    weights = [rng.normal(size=s) / np.sqrt(WIDTH) for s in shapes]
    equal = at_places(np.full((n, 3), 1 / 3))
    deviations = scale = None
    if rung in ("frozen", "langevin") and option is None:
        resting = [w.copy() for w in weights]
        for step in range(8000):
            gradient = weighted_gradient(resting, equal)
            eta = eta_at(step)
            resting = [(1 - C_REG * eta * LAMBDA) * w - eta * g for w, g in zip(resting, gradient)]
        single = [weighted_gradient(resting, at_places(np.eye(3)[[k] * n])) for k in range(3)]
        mean = [sum(g[layer] for g in single) / 3 for layer in range(DEPTH)]
        deviations = [[g[layer] - mean[layer] for layer in range(DEPTH)] for g in single]
        trace = sum((d[layer] ** 2).sum((1, 2)) for d in deviations for layer in range(DEPTH)) / 3
        scale = np.sqrt(trace / sum(w[0].size for w in weights))
    entry, was_inside = np.full(n, -1), np.zeros(n, bool)
    left, steps_inside, stop = np.zeros(n, int), np.zeros(n, int), np.full(n, -1)
    diverged = np.zeros(n, bool)
    running = np.ones(n, bool)
    order = None

    def look(step):
        nonlocal running
        norm = sum((w**2).sum((1, 2)) for w in weights)
        gone = running & ~(norm <= 1e12)
        diverged[gone], stop[gone], running[gone] = True, step, False
        for w in weights:
            w[~running] = 0
        now = running & inside(weights)
        steps_inside[running & was_inside & (entry >= 0)] += 1
        left[running & was_inside & ~now] += 1
        entry[now & (entry < 0)] = step
        was_inside[running] = now[running]
        over = running & np.where(entry >= 0, step >= entry + FOLLOW, step >= HORIZON)
        stop[over] = step
        running = running & ~over

    look(0)
    step = 0
    while running.any():
        eta = eta_at(step)
        for part in range(substeps):
            h = eta / substeps
            factors, kick = equal, None
            if rung == "sgd":
                factors = at_places(np.eye(3)[rng.integers(0, 3, n)])
            elif rung == "batch":
                factors = at_places(rng.multinomial(option, [1 / 3] * 3, n) / option)
            elif rung == "shuffled":
                if step % 3 == 0:
                    order = np.argsort(rng.random((n, 3)), axis=1)
                factors = at_places(np.eye(3)[order[:, step % 3]])
            elif rung == "matched":
                xi = rng.normal(size=(n, 3))
                factors = at_places(1 / 3 + np.sqrt(substeps / 3) * (xi - xi.mean(1, keepdims=True)))
            elif rung == "frozen":
                xi = rng.normal(size=(n, 3, 1, 1))
                kick = [eta / np.sqrt(substeps) * sum(deviations[k][l] * xi[:, k] for k in range(3)) / np.sqrt(3)
                        for l in range(DEPTH)]
            elif rung == "langevin":
                size = eta * scale / np.sqrt(substeps) if option is None else np.full(n, np.sqrt(2 * h * option))
                kick = [size[:, None, None] * rng.normal(size=s) for s in shapes]
            with np.errstate(all="ignore"):
                gradient = weighted_gradient(weights, factors)
                weights = [(1 - C_REG * h * LAMBDA) * w - h * g for w, g in zip(weights, gradient)]
            if kick is not None:
                weights = [w + k for w, k in zip(weights, kick)]
        step += 1
        look(step)
    entered = entry >= 0
    return dict(entered=entered.astype(float), time=np.where(entered, entry, HORIZON).astype(float)[~(diverged & ~entered)],
                left=(left[entered] > 0).astype(float), inside=steps_inside[entered].astype(float),
                diverged=(diverged & ~entered).astype(float))


def rankfall(folder):
    arms = {}
    rows = {}
    with open(folder + "/passages.csv") as file:
        for row in csv.DictReader(file):
            rows[row["arm"], row["chain"]] = row
    with open(folder + "/chains.csv") as file:
        for row in csv.DictReader(file):
            arms.setdefault(int(row["arm"]), []).append((row, rows[row["arm"], row["chain"]]))
    answer = []
    for arm in sorted(arms):
        chains = arms[arm]
        came = [pair for pair in chains if pair[0]["outcome"] == "entered"]
        answer.append(dict(
            entered=np.array([c["outcome"] == "entered" for c, _ in chains], float),
            time=np.array([float(c["time"]) for c, _ in chains if c["outcome"] != "diverged"]),
            left=np.array([int(c["exits"]) > 0 for c, _ in came], float),
            inside=np.array([float(p["steps_inside"]) for _, p in came]),
            diverged=np.array([c["outcome"] == "diverged" for c, _ in chains], float)))
    return answer


def z(a, b):
    if len(a) < 2 or len(b) < 2:
        return 0.0 if len(a) == len(b) else float("inf")
    difference, variance = a.mean() - b.mean(), a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b)
    if variance == 0:
        return 0.0 if difference == 0 else float("inf")
    return difference / np.sqrt(variance)


def main():
    theirs = rankfall(sys.argv[1])
    rng = np.random.default_rng(2305)
    worst, controls = 0.0, 0
    print("rung substeps option: numpy against rankfall (z) for entered, mean time, left, steps inside, diverged")
    for arm, (rung, substeps, option) in enumerate(RUNGS):
        ours = simulate(rung, substeps, option, rng)
        cells, control = [], 0.0
        for key in ("entered", "time", "left", "inside", "diverged"):
            score = z(ours[key], theirs[arm][key])
            worst = max(worst, abs(score))
            control = max(control, abs(z(ours[key], theirs[1][key])))
            mean = [v[key].mean() if len(v[key]) else float("nan") for v in (ours, theirs[arm])]
            cells.append(f"{mean[0]:.4g} / {mean[1]:.4g} ({score:+.1f})")
        controls += arm != 1 and control > 4
        print(f"{rung:9s} m={substeps} {option or '':>7}  " + "   ".join(cells), flush=True)
    print(f"largest |z| {worst:.2f}; told apart from sgd: {controls} of {len(RUNGS) - 1} rungs")
    sys.exit(0 if worst < 4 and controls >= 5 else 1)


main()
