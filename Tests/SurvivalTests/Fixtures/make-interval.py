# Makes interval-data.csv and interval-masses.csv:  python make-interval.py
# Made with Python 3.11, numpy and scipy. The masses come from another way than the library's: EM on the dense matrix of observations and innermost
# intervals, then Newton's method with Lagrange multipliers on the support, in extended precision, until the Kuhn-Tucker conditions hold to 1e-13.
# Data: Turnbull (1974), table 1, as in the tests of R's survival package; Finkelstein and Wolfe (1985), Biometrics 41, table 4; simulations.
import math
import numpy as np

INF = math.inf
sets = {}
turnbull = []
for t, (exact, right, left) in zip((1, 2, 3, 4), ((12, 3, 2), (6, 2, 4), (2, 0, 2), (3, 3, 5))):
    turnbull += [(t, t)] * exact + [(t, INF)] * right + [(0, t)] * left
sets["turnbull"] = turnbull
sets["radiation"] = [tuple(map(float, x.split())) for x in """45 inf;6 10;0 7;46 inf;46 inf;7 16;17 inf;7 14;37 44;0 8;4 11;15 inf;11 15;22 inf;46 inf;
46 inf;25 37;46 inf;26 40;46 inf;27 34;36 44;46 inf;36 48;37 inf;40 inf;17 25;46 inf;11 18;38 inf;5 12;37 inf;0 5;18 inf;24 inf;36 inf;5 11;19 35;17 25;
24 inf;32 inf;33 inf;19 26;37 inf;34 inf;36 inf""".replace("\n", "").split(";")]
sets["chemotherapy"] = [tuple(map(float, x.split())) for x in """8 12;0 22;24 31;17 27;17 23;24 30;16 24;13 inf;11 13;16 20;18 25;17 26;32 inf;23 inf;44 48;
14 17;0 5;5 8;12 20;11 inf;33 40;31 inf;13 39;19 32;34 inf;13 inf;16 24;35 inf;15 22;11 17;22 32;10 35;30 34;13 inf;10 17;8 21;4 9;11 inf;14 19;4 8;34 inf;
30 36;18 24;16 60;35 39;21 inf;11 20;48 inf""".replace("\n", "").split(";")]
rng = np.random.default_rng(5)
# A log every 100 steps, some runs cut short, some logs with a gap.
log = []
for _ in range(400):
    t, end = 500 + rng.exponential(900), 100 * rng.integers(8, 40)
    l = 100 * math.floor(t / 100)
    r = l + 100 * (1 + (rng.random() < 0.2) * rng.integers(1, 5))
    log.append((l, r) if r <= end else (end if l >= end else l, INF))
sets["log"] = log
def inspected(n):
    rows = []
    for _ in range(n):
        t = rng.weibull(1.5) * 10
        visits = np.cumsum(rng.uniform(1, 6, size=rng.integers(1, 5))).round(3)
        rows.append((max([0, *visits[visits < t]]), min([INF, *visits[visits >= t]])))
    return rows
sets["visits"] = inspected(200)
# Points, intervals and right-censored times, with ties between ends of every kind.
mixed = []
for _ in range(150):
    a, kind = int(rng.integers(0, 12)), rng.random()
    mixed.append((a, a) if kind < 0.3 else (a, INF) if kind < 0.5 else (a, a + int(rng.integers(1, 7))))
sets["mixed"] = mixed
sets["status"] = [(0, c) if rng.exponential(2) <= c else (c, INF) for c in rng.exponential(2, size=120).round(3)]

def innermost(rows):
    ends = sorted({(l, 0 if l == r else 2, "l") for l, r in rows} | {(r, 1, "r") for l, r in rows})
    return [(a[0], b[0]) for a, b in zip(ends, ends[1:]) if a[2] == "l" and b[2] == "r"]

def inside(interval, row):
    (a, b), (l, r) = interval, row
    return a >= l and b <= r if l == r or a < b else l < a and b <= r

def solve(rows):
    cells = innermost(rows)
    A = np.array([[inside(c, row) for c in cells] for row in rows], dtype=np.longdouble)
    n = len(rows)
    p = np.full(len(cells), np.longdouble(1) / len(cells))
    for _ in range(20000):
        p = p * (A / (A @ p)[:, None]).sum(0) / n
    free = p > 1e-5
    while True:
        B, q = A[:, free], p[free] / p[free].sum()
        for _ in range(50):
            P = B @ q
            gradient, hessian = (B / P[:, None]).sum(0), -(B / P[:, None]).T @ (B / P[:, None])
            k = len(q)
            system = np.block([[hessian, np.ones((k, 1))], [np.ones((1, k)), np.zeros((1, 1))]]).astype(float)
            right = np.concatenate([n - gradient, [1 - q.sum()]]).astype(float)
            step = np.linalg.lstsq(system, right, rcond=None)[0][:k]
            length = min([1] + [0.9 * float(a / -b) for a, b in zip(q, step) if b < 0])
            q = q + length * step
        p = np.zeros(len(cells), dtype=np.longdouble)
        p[free] = q / q.sum()
        if (q < 1e-9).any():
            free &= p >= 1e-9
            continue
        D = (A / (A @ p)[:, None]).sum(0)
        if D.max() <= n * (1 + 1e-13):
            return cells, p
        free[int(D.argmax())], p[int(D.argmax())] = True, 1e-3

with open("interval-data.csv", "w") as data, open("interval-masses.csv", "w") as masses:
    print("set,lower,upper", file=data)
    print("set,lower,upper,mass", file=masses)
    for name, rows in sets.items():
        for l, r in rows:
            print(f"{name},{l:.17g},{r:.17g}", file=data)
        cells, p = solve(rows)
        for (l, r), mass in zip(cells, p):
            print(f"{name},{l:.17g},{r:.17g},{float(mass):.17g}", file=masses)
        print(name, len(rows), len(cells), int((p > 0).sum()))
