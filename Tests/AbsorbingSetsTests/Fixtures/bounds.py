"""Theorems B.1, B.2 and Propositions D.2, D.3, F.1 of Wang and Jacot (ICLR 2024) at 20 random settings, with 60 digits.

Written from the paper's formulas, without a look at the program: plain numbers of any size, no logarithms before the end.

Run it:  python bounds.py > bounds.csv      (needs mpmath; made with 1.3.0)
"""

import random

from mpmath import mp, mpf, ceil, log, log10, sqrt

mp.dps = 60


def logarithm(x):
    return mp.nstr(log10(x), 40)


def settings():
    rng = random.Random(2305)
    for _ in range(20):
        inputs, outputs = rng.randint(2, 12), rng.randint(2, 12)
        size = max(inputs, outputs, rng.randint(2, 1000))
        rank = rng.randint(1, min(inputs, outputs) - 1)
        total = rng.randint(2, inputs * outputs)
        yield dict(
            depth=rng.randint(3, 8), size=size, inputs=inputs, outputs=outputs, rank=rank, ridge=10 ** rng.uniform(-6, 0),
            data=10 ** rng.uniform(-3, 3), epsilon2=rng.uniform(0.001, 0.499), start=10 ** rng.uniform(-2, 4),
            share=rng.randint(1, total), total=total)


def evaluate(s):
    L, n, r, lam, C1, e2, C0 = s["depth"], s["size"], s["rank"], *(mpf(s[k]) for k in ("ridge", "data", "epsilon2", "start"))

    def alpha_at(C):
        return (lam**2 / (2 * (C1 + C**L))) ** (mpf(1) / (L - 2))

    def epsilon1_at(C, alpha):
        return (lam * alpha * e2 / (32 * n * L * (r + 1) * C ** (mpf(L - 1) / 2) * sqrt(2 * (C1 + C**L)))) ** 2

    def excess(C, alpha, e1):
        return L**2 / alpha * C ** (L - 1) * e1

    # Theorem B.1.
    C = C1 / (2 * lam)
    alpha = alpha_at(C)
    e1 = epsilon1_at(C, alpha)
    yield "closed_bound", C
    yield "closed_alpha", alpha
    yield "closed_epsilon1", e1
    yield "norm", C1 / (4 * (2 * (C1 + C**L) * C ** (L - 1) + lam**2 * C))
    yield "norm_printed", C1 / (4 * (2 * (C1 + C**L) * C**L + lam**2 * C))
    yield "balance", 2 * lam * e1 / (4 * (C1 + C**L) * C ** (L - 1) + lam**2 * e1)
    yield "rank_step", lam * alpha * e2 / (32 * n * (r + 1) * (2 * (C1 + C**L) * C ** (L - 1) + lam**2 * C))
    yield "small_rank", 2 * (r + 1) / lam
    # Proposition F.1 at that set.
    yield "excess", n * excess(C, alpha, e1)
    yield "excess_printed", excess(C, alpha, e1)
    yield "product_epsilon1", alpha * e2 / (n * L**2 * C ** (L - 1))

    # Theorem B.2 for the set of Theorem B.1 with a larger C.
    C = C1 / lam
    alpha = alpha_at(C)
    e1_closed = epsilon1_at(C, alpha)
    e1_reached = alpha * e2 / (4 * (n - r) * (L - 1))
    yield "reached_bound", C
    yield "reached_alpha", alpha
    yield "reached_limit", e1_reached
    for reading, e1, B, more in (
        ("proven", min(e1_closed, e1_reached), max(C0, C1 / (2 * lam)), 2 * lam**2 * C), ("printed", e1_closed, C0, 0)):
        shrinking = C1 / (4 * (2 * (C1 + B**L) * B ** (L - 1) + lam**2 * B))
        balancing = lam * e1 / (4 * (C1 + C**L) * C ** (L - 1) + more)
        eta = min(shrinking, balancing)
        t0 = max(mpf(0), ceil(log(2 * C0 / e1) / (eta * lam)))
        t1 = max(mpf(0), ceil(log(4 * (n - r) * C / (alpha * e2)) / (2 * eta * lam)))
        yield "shrinking_" + reading, shrinking
        yield "balancing_" + reading, balancing
        yield "balancing_time_" + reading, t0
        yield "falling_time_" + reading, t1
        # How many decades the probability is below 1, as a logarithm itself.
        yield "decades_" + reading, t1 * log10(mpf(min(s["inputs"], s["outputs"])) / r)
        if s["share"] < s["total"]:
            yield "counted_" + reading, t1 * log10(mpf(s["total"]) / s["share"])
        else:
            yield "counted_" + reading, None


rows = []
for s in settings():
    values = dict(evaluate(s))
    rows.append((s, values))
first, values = rows[0]
print(",".join([*first, *values]))
for s, values in rows:
    print(",".join([repr(v) for v in s.values()] + ["NA" if v is None else logarithm(v) for v in values.values()]))
