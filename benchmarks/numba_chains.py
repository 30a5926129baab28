"""The chain in numba, one chain after another on one thread.

Variants, all float64 and @njit(fastmath=True) with the shape known when compiling; the fastest of a short trial is measured and named:
- loops: explicit loops over one chain;
- blas (wide networks only): the same with np.dot for the matrix-vector products (SciPy's BLAS);
- lanes (width 2 only): 64 chains side by side, written out, the loop over chains free of branches for the vectoriser.
"""

import math
import os
import sys

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import numba
import numpy as np

from common import C_DATA, C_REG, COLUMNS, ETA, LAMBDA, ROWS, START_ETA, START_STEPS, VALUES
from common import compare, fastest, load_cases, measure, report

I = np.array(ROWS)
J = np.array(COLUMNS)
A = np.array(VALUES)
CHAIN_STEPS = 10_000  # steps of a chain, the start with them
LANES = 64


def make_step(depth, width, blas):
    """One step of one chain: first is W_1, middle[l] are W_2 ... W_{L-1}, last is W_L; v and u are scratch, (depth - 1, width)."""
    inner = depth - 2

    @numba.njit(fastmath=True)
    def step(first, middle, last, v, u, entry, eta):
        i, j = I[entry], J[entry]
        for p in range(width):
            v[0, p] = first[p, j]
            u[inner, p] = last[i, p]
        for l in range(inner):
            if blas:
                v[l + 1] = np.dot(middle[l], v[l])
            else:
                for p in range(width):
                    total = 0.0
                    for q in range(width):
                        total += middle[l, p, q] * v[l, q]
                    v[l + 1, p] = total
        for l in range(inner - 1, -1, -1):
            if blas:
                u[l] = np.dot(u[l + 1], middle[l])
            else:
                for q in range(width):
                    u[l, q] = 0.0
                for p in range(width):
                    for q in range(width):
                        u[l, q] += middle[l, p, q] * u[l + 1, p]
        predicted = 0.0
        for p in range(width):
            predicted += last[i, p] * v[inner, p]
        decay = 1 - C_REG * eta * LAMBDA
        rate = C_DATA * eta * (predicted - A[entry])
        for p in range(width):
            first[p, 0] *= decay
            first[p, 1] *= decay
            first[p, j] -= rate * u[0, p]
            last[0, p] *= decay
            last[1, p] *= decay
            last[i, p] -= rate * v[inner, p]
        for l in range(inner):
            for p in range(width):
                scaled = rate * u[l + 1, p]
                for q in range(width):
                    middle[l, p, q] = decay * middle[l, p, q] - scaled * v[l, q]

    return step


def make_chain(depth, width, blas):
    """A chain from its initial weights through the start at the small rate: returns the steps it did."""
    step = make_step(depth, width, blas)
    std = 1 / math.sqrt(width)

    @numba.njit(fastmath=True)
    def chain():
        first = np.random.normal(0.0, std, (width, 2))
        middle = np.random.normal(0.0, std, (depth - 2, width, width))
        last = np.random.normal(0.0, std, (2, width))
        v = np.empty((depth - 1, width))
        u = np.empty((depth - 1, width))
        for t in range(CHAIN_STEPS):
            step(first, middle, last, v, u, int(3 * np.random.random()), START_ETA if t < START_STEPS else ETA)
        return CHAIN_STEPS

    return chain


@numba.njit(fastmath=True)
def lanes_step_3(w, i, j, a, eta):
    """One step of LANES chains of depth 3 and width 2: w[l, row, column, chain]; i, j, a are their entries as numbers."""
    decay = 1 - C_REG * eta * LAMBDA
    for c in range(w.shape[3]):
        i1, j1 = i[c], j[c]
        i0, j0 = 1 - i1, 1 - j1
        # v = W_1 e_j, y = W_2 v; u = W_3^T e_i, x = W_2^T u.
        v0 = w[0, 0, 0, c] * j0 + w[0, 0, 1, c] * j1
        v1 = w[0, 1, 0, c] * j0 + w[0, 1, 1, c] * j1
        u0 = w[2, 0, 0, c] * i0 + w[2, 1, 0, c] * i1
        u1 = w[2, 0, 1, c] * i0 + w[2, 1, 1, c] * i1
        y0 = w[1, 0, 0, c] * v0 + w[1, 0, 1, c] * v1
        y1 = w[1, 1, 0, c] * v0 + w[1, 1, 1, c] * v1
        x0 = w[1, 0, 0, c] * u0 + w[1, 1, 0, c] * u1
        x1 = w[1, 0, 1, c] * u0 + w[1, 1, 1, c] * u1
        rate = C_DATA * eta * (u0 * y0 + u1 * y1 - a[c])
        w[0, 0, 0, c] = decay * w[0, 0, 0, c] - rate * x0 * j0
        w[0, 0, 1, c] = decay * w[0, 0, 1, c] - rate * x0 * j1
        w[0, 1, 0, c] = decay * w[0, 1, 0, c] - rate * x1 * j0
        w[0, 1, 1, c] = decay * w[0, 1, 1, c] - rate * x1 * j1
        w[1, 0, 0, c] = decay * w[1, 0, 0, c] - rate * u0 * v0
        w[1, 0, 1, c] = decay * w[1, 0, 1, c] - rate * u0 * v1
        w[1, 1, 0, c] = decay * w[1, 1, 0, c] - rate * u1 * v0
        w[1, 1, 1, c] = decay * w[1, 1, 1, c] - rate * u1 * v1
        w[2, 0, 0, c] = decay * w[2, 0, 0, c] - rate * i0 * y0
        w[2, 0, 1, c] = decay * w[2, 0, 1, c] - rate * i0 * y1
        w[2, 1, 0, c] = decay * w[2, 1, 0, c] - rate * i1 * y0
        w[2, 1, 1, c] = decay * w[2, 1, 1, c] - rate * i1 * y1


@numba.njit(fastmath=True)
def lanes_step_4(w, i, j, a, eta):
    """The same for depth 4."""
    decay = 1 - C_REG * eta * LAMBDA
    for c in range(w.shape[3]):
        i1, j1 = i[c], j[c]
        i0, j0 = 1 - i1, 1 - j1
        # v = W_1 e_j, y = W_2 v, z = W_3 y; u = W_4^T e_i, x = W_3^T u, t = W_2^T x.
        v0 = w[0, 0, 0, c] * j0 + w[0, 0, 1, c] * j1
        v1 = w[0, 1, 0, c] * j0 + w[0, 1, 1, c] * j1
        u0 = w[3, 0, 0, c] * i0 + w[3, 1, 0, c] * i1
        u1 = w[3, 0, 1, c] * i0 + w[3, 1, 1, c] * i1
        y0 = w[1, 0, 0, c] * v0 + w[1, 0, 1, c] * v1
        y1 = w[1, 1, 0, c] * v0 + w[1, 1, 1, c] * v1
        z0 = w[2, 0, 0, c] * y0 + w[2, 0, 1, c] * y1
        z1 = w[2, 1, 0, c] * y0 + w[2, 1, 1, c] * y1
        x0 = w[2, 0, 0, c] * u0 + w[2, 1, 0, c] * u1
        x1 = w[2, 0, 1, c] * u0 + w[2, 1, 1, c] * u1
        t0 = w[1, 0, 0, c] * x0 + w[1, 1, 0, c] * x1
        t1 = w[1, 0, 1, c] * x0 + w[1, 1, 1, c] * x1
        rate = C_DATA * eta * (u0 * z0 + u1 * z1 - a[c])
        w[0, 0, 0, c] = decay * w[0, 0, 0, c] - rate * t0 * j0
        w[0, 0, 1, c] = decay * w[0, 0, 1, c] - rate * t0 * j1
        w[0, 1, 0, c] = decay * w[0, 1, 0, c] - rate * t1 * j0
        w[0, 1, 1, c] = decay * w[0, 1, 1, c] - rate * t1 * j1
        w[1, 0, 0, c] = decay * w[1, 0, 0, c] - rate * x0 * v0
        w[1, 0, 1, c] = decay * w[1, 0, 1, c] - rate * x0 * v1
        w[1, 1, 0, c] = decay * w[1, 1, 0, c] - rate * x1 * v0
        w[1, 1, 1, c] = decay * w[1, 1, 1, c] - rate * x1 * v1
        w[2, 0, 0, c] = decay * w[2, 0, 0, c] - rate * u0 * y0
        w[2, 0, 1, c] = decay * w[2, 0, 1, c] - rate * u0 * y1
        w[2, 1, 0, c] = decay * w[2, 1, 0, c] - rate * u1 * y0
        w[2, 1, 1, c] = decay * w[2, 1, 1, c] - rate * u1 * y1
        w[3, 0, 0, c] = decay * w[3, 0, 0, c] - rate * i0 * z0
        w[3, 0, 1, c] = decay * w[3, 0, 1, c] - rate * i0 * z1
        w[3, 1, 0, c] = decay * w[3, 1, 0, c] - rate * i1 * z0
        w[3, 1, 1, c] = decay * w[3, 1, 1, c] - rate * i1 * z1


LANES_STEP = {3: lanes_step_3, 4: lanes_step_4}


def make_lanes(depth):
    """LANES chains in lockstep: returns the chain-steps done."""
    step = LANES_STEP[depth]

    @numba.njit(fastmath=True)
    def chains():
        w = np.random.normal(0.0, math.sqrt(0.5), (depth, 2, 2, LANES))
        i, j, a = np.empty(LANES), np.empty(LANES), np.empty(LANES)
        for t in range(CHAIN_STEPS):
            for c in range(LANES):
                entry = int(3 * np.random.random())
                i[c], j[c], a[c] = I[entry], J[entry], A[entry]
            step(w, i, j, a, START_ETA if t < START_STEPS else ETA)
        return CHAIN_STEPS * LANES

    return chains


def check():
    for case in load_cases():
        depth, width = case["depth"], case["hidden_width"]
        start = [np.array(layer) for layer in case["start"]]
        for blas in (False, True):
            step = make_step(depth, width, blas)
            first, middle, last = start[0].copy(), np.stack(start[1:-1]), start[-1].copy()
            v, u = np.empty((depth - 1, width)), np.empty((depth - 1, width))
            for entry in case["entries"]:
                step(first, middle, last, v, u, entry, case["eta"])
            compare("numba blas" if blas else "numba loops", case, [first, *middle, last])
        if width == 2:
            # Lane c starts c steps late: the lanes see different entries at the same time, and the last to start ends last.
            step = LANES_STEP[depth]
            w = np.repeat(np.stack(start)[..., None], LANES, axis=3)
            for t in range(len(case["entries"]) + LANES):
                live = [c for c in range(LANES) if 0 <= t - c < len(case["entries"])]
                entry = np.zeros(LANES, dtype=int)
                entry[live] = [case["entries"][t - c] for c in live]
                before = w.copy()
                step(w, I[entry].astype(float), J[entry].astype(float), A[entry], case["eta"])
                idle = [c for c in range(LANES) if c not in live]
                w[..., idle] = before[..., idle]
            for c in (0, 1, LANES - 1):
                compare(f"numba lanes, lane {c}", case, w[..., c])


def main():
    if "--check" in sys.argv:
        return check()
    for depth, width in [(3, 2), (4, 2), (3, 100), (4, 100)]:
        runs = {"loops": make_chain(depth, width, False)}
        if width == 2:
            runs["lanes"] = make_lanes(depth)
        else:
            runs["blas"] = make_chain(depth, width, True)
        variant, trials = fastest(runs)
        rates, used = measure(runs[variant])
        chains = LANES if variant == "lanes" else 1
        report("numba", variant, width, depth, rates, numba.__version__, 1, used, chains, trials)


if __name__ == "__main__":
    main()
