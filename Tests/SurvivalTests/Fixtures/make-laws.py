"""Makes laws-values.csv and laws-fits.csv:  python3 make-laws.py  (after make-datasets.R and make-laws.R; needs mpmath; about ten minutes).

laws-values.csv: log density, survival and cumulative probability of each law, far into both tails, at 40 digits.
laws-pieces.csv: delayed exponential laws, maximized over the delay by golden section, and piecewise exponential laws with one cut.
laws-hazards.csv: smoothed hazards and the score test of flatness, from their definitions in doubles, boundary kernels by solving for their moments.
laws-fits.csv: maximum likelihood with censoring and truncation, by Newton's method at 30 digits on log-likelihoods written here from the definitions, with
standard errors from the inverted Hessian and 95 % profile-likelihood limits from their two equations. log_likelihood is per unit of time.
"""
import csv, sys
from collections import Counter
from mpmath import mp, mpf, log, exp, sqrt, erfc, gammainc, loggamma, inf, pi, diff, findroot, matrix

mp.dps = 30
HALF_Q = mpf("3.841458820694124") / 2  # chi-square(1), 0.95
LEVEL_DROP = -log(mpf("0.05"))  # half of chi-square(2), 0.95


# Laws as (log f, S, F) of natural parameters; S and F each by a formula that keeps its digits.
def weibull(p):
    k, s = p
    return (lambda t: log(k / s) + (k - 1) * log(t / s) - (t / s) ** k, lambda t: exp(-((t / s) ** k)), lambda t: -mp.expm1(-((t / s) ** k)))
def gamma(p):
    a, r = p
    def lower(t):
        if a < 100: return gammainc(a, 0, r * t, regularized=True)
        # mpmath's own series gives up here.
        x = r * t
        term = total = mpf(1)
        n = 0
        while term > total * mpf(10) ** -mp.dps:
            n += 1
            term *= x / (a + n)
            total += term
        return exp(a * log(x) - x - loggamma(a + 1)) * total
    upper = lambda t: gammainc(a, r * t, inf, regularized=True) if a < 100 else 1 - lower(t)
    return (lambda t: a * log(r) + (a - 1) * log(t) - r * t - loggamma(a), upper, lower)
def lognormal(p):
    m, s = p
    z = lambda t: (log(t) - m) / s
    return (lambda t: -z(t) ** 2 / 2 - log(s * t * sqrt(2 * pi)), lambda t: erfc(z(t) / sqrt(2)) / 2, lambda t: erfc(-z(t) / sqrt(2)) / 2)
def loglogistic(p):
    k, s = p
    return (lambda t: log(k / s) + (k - 1) * log(t / s) - 2 * log(1 + (t / s) ** k), lambda t: 1 / (1 + (t / s) ** k), lambda t: 1 / (1 + (s / t) ** k))
LAWS = {"weibull": weibull, "gamma": gamma, "logNormal": lognormal, "logLogistic": loglogistic}


def number(x):
    return "NA" if x is None else mp.nstr(x, 17, min_fixed=0, max_fixed=0)

def values():
    mp.dps = 40
    grid = {
        "weibull": [(mpf(k), mpf(3)) for k in ("0.3", "1", "1.5", "20")],
        "gamma": [(mpf(a), mpf(a) / 3) for a in ("0.001", "0.1", "0.9", "1", "2.5", "30", "1000", "1e6")],
        "logNormal": [(mpf(1), mpf(s)) for s in ("0.05", "1", "4")],
        "logLogistic": [(mpf(k), mpf(3)) for k in ("0.5", "2", "40")],
    }
    with open("laws-values.csv", "w") as out:
        out.write("law,first,second,time,log_density,log_survival,log_cumulative\n")
        for name, points in grid.items():
            for p in points:
                law = LAWS[name](p)
                steps = ["1e-20", "1e-5", "0.01", "0.3", "0.9", "0.99", "1", "1.01", "1.1", "1.5", "3", "20", "300"]
                if name == "gamma" and p[0] > 100:
                    steps = ["0.99", "0.999", "1", "1.001", "1.01"] + (["0.9", "1.1"] if p[0] < 1e4 else [])
                for step in steps:
                    t = mpf(float(step)) * 3
                    # Extra digits carry the small tail of the other side.
                    mp.dps = 60
                    tails = [law[1](t), law[2](t)]
                    mp.dps = 40
                    # The log of the larger tail from the smaller one, which has the digits.
                    logs = [mp.log1p(-other) if other < mpf("0.5") else log(x) if x > 0 else None for x, other in zip(tails, tails[::-1])]
                    out.write(",".join([name, number(p[0]), number(p[1]), number(t), number(law[0](t)), number(logs[0]), number(logs[1])]) + "\n")
    mp.dps = 30


def read():
    sets = {}
    for row in csv.DictReader(open("datasets.csv")):
        t, e = mpf(row["time"]), mpf(row["start"])
        sets.setdefault(row["set"], Counter())[(t, t if row["event"] == "1" else inf, e)] += 1
    for row in csv.DictReader(open("laws-intervals.csv")):
        u = inf if row["upper"] == "inf" else mpf(row["upper"])
        sets.setdefault(row["set"], Counter())[(mpf(row["lower"]), u, mpf(row["entry"]))] += 1
    return sets


def loglik(law, rows):
    f, S, F = law
    total = mpf(0)
    for (l, u, e), n in rows.items():
        if l == u: term = f(l)
        elif u == inf: term = log(S(l)) if l > 0 else mpf(0)
        elif l == 0: term = log(F(u))
        else: term = log(F(u) - F(l)) if F(u) < mpf("0.5") else log(S(l) - S(u))
        if e > 0: term -= log(S(e))
        total += n * term
    return total


def grad(f, x, h=mpf("1e-9")):
    """Gradient and Hessian by central differences of the fourth order, at 30 digits: errors about 1e-20 and 1e-12."""
    n = len(x)
    base = f(x)
    def at(*moves):
        y = list(x)
        for i, m in moves: y[i] += m
        return f(y)
    h = mpf("1e-5")
    g, H = [], matrix(n, n)
    for i in range(n):
        a1, b1, a2, b2 = at((i, h)), at((i, -h)), at((i, 2 * h)), at((i, -2 * h))
        a3, b3 = at((i, 3 * h)), at((i, -3 * h))
        g.append((45 * (a1 - b1) - 9 * (a2 - b2) + (a3 - b3)) / (60 * h))
        H[i, i] = (270 * (a1 + b1) - 27 * (a2 + b2) + 2 * (a3 + b3) - 490 * base) / (180 * h * h)
    for i in range(n):
        for j in range(i):
            d = lambda m: (at((i, m), (j, m)) - at((i, m), (j, -m)) - at((i, -m), (j, m)) + at((i, -m), (j, -m))) / (4 * m * m)
            H[i, j] = H[j, i] = (4 * d(h) - d(2 * h)) / 3
    return base, g, H


def newton(f, x, rounds=60):
    for _ in range(rounds):
        base, g, H = grad(f, x)
        step = -(H ** -1) * matrix(g)
        if sum(H[i, i] for i in range(len(x))) > 0 or (len(x) == 2 and H[0, 0] * H[1, 1] - H[0, 1] ** 2 <= 0): step = matrix(g) * (mpf("0.3") / mp.norm(matrix(g)))
        size = max(abs(s) for s in step)
        scale = min(1, mpf("0.7") / size)
        while f([a + scale * b for a, b in zip(x, step)]) < base - mpf("1e-20"): scale /= 2
        x = [a + scale * b for a, b in zip(x, step)]
        if size < mpf("1e-13"): return x, f(x), H
    return None


def profile(f, x, top, H, which, side, offset=None):
    """The limit of coordinate `which`: twice the fall of the profile is the chi-square quantile."""
    other = 1 - which
    V = (-H) ** -1
    d, o = side * sqrt(2 * HALF_Q * V[which, which]), None
    y = [mpf(0), mpf(0)]
    y[which] = x[which] + d
    y[other] = x[other] + d * V[which, other] / V[which, which]
    for _ in range(60):
        base, g, K = grad(f, y)
        # Unknowns (which, other); equations: f = top - HALF_Q, df/dother = 0.
        A = matrix([[g[which], g[other]], [K[which, other], K[other, other]]])
        step = -(A ** -1) * matrix([base - top + HALF_Q, g[other]])
        scale = min(1, mpf("0.5") / max(abs(s) for s in step))
        y[which] += scale * step[0]
        y[other] += scale * step[1]
        if max(abs(s) for s in step) < mpf("1e-12"): return y[which]
    return None


def fits():
    sets = read()
    small = ["aml", "leukaemia", "ovarian", "kidney", "late", "mixed", "coarse", "narrow", "grid", "entered"]
    with open("laws-fits.csv", "w") as out:
        out.write("set,law,parameter,value,error,lower,upper,log_likelihood\n")
        for name in small:
            rows = sets[name]
            plain = all(l == u or u == inf for (l, u, e) in rows)
            mean = sum((u if u < inf else l) * n for (l, u, e), n in rows.items()) / sum(rows.values())
            for law, build in LAWS.items():
                if law != "gamma" and name in ("aml", "ovarian", "kidney"): continue
                # Coordinates: logarithms, but mu plain; gamma by shape and rate.
                first = (lambda v: v) if law == "logNormal" else exp
                f = lambda x: loglik(build((first(x[0]), exp(x[1]))), rows)
                start = {"logNormal": [log(mean), mpf(0)], "gamma": [mpf(0), -log(mean)]}.get(law, [mpf("0.1"), log(mean)])
                found = newton(f, start)
                if found is None: print("no fit", name, law); continue
                x, top, H = found
                V = (-H) ** -1
                natural = [first(x[0]), exp(x[1])]
                names = {"logNormal": ("mu", "sigma"), "gamma": ("shape", "rate")}.get(law, ("shape", "scale"))
                for i in range(2):
                    error = sqrt(V[i, i]) * (1 if law == "logNormal" and i == 0 else natural[i])
                    limits = [profile(f, x, top, H, i, side) for side in (-1, 1)]
                    turn = first if i == 0 else exp
                    out.write(",".join([name, law, names[i], number(natural[i]), number(error)] + [number(None if v is None else turn(v)) for v in limits] + [number(top)]) + "\n")
                out.flush()
                print(name, law, [mp.nstr(v, 8) for v in natural], flush=True)


def survival_law(rate_before, rate, cut):
    """Hazard rate_before up to cut, rate after it: cumulative hazard and log hazard; an event at the cut is before it, but for a pure delay after it."""
    H = lambda t: rate_before * min(t, cut) + rate * max(t - cut, 0)
    h = lambda t: log(rate_before) if (t <= cut and rate_before > 0) else log(rate)
    return H, h


def loglik_hazard(H, h, rows):
    total = mpf(0)
    for (l, u, e), n in rows.items():
        if l == u: term = h(l) - H(l)
        elif u == inf: term = -H(l)
        else: term = -H(l) + log(-mp.expm1(-(H(u) - H(l))))
        total += n * (term + H(e))
    return total


def delayed(rows):
    last = min(u for (l, u, e) in rows if u < inf)
    exact_end = any(l == u == last for (l, u, e) in rows)
    def best(d):
        f = lambda r: loglik_hazard(*survival_law(0, exp(r), d), rows)
        x = -log(sum(n * ((u if u < inf else l)) for (l, u, e), n in rows.items()) / sum(rows.values()))
        for _ in range(50):
            a, b, c = f(x - mpf("1e-8")), f(x), f(x + mpf("1e-8"))
            step = -((c - a) / (2 * mpf("1e-8"))) / ((a + c - 2 * b) / mpf("1e-16"))
            x += max(-1, min(1, step))
            if abs(step) < mpf("1e-14"): break
        return f(x), x
    if exact_end:
        top, r = best(last)
        d = last
        inner = golden(lambda d: best(d)[0], mpf(0), last)
        assert best(inner)[0] <= top
    else:
        d = golden(lambda d: best(d)[0], mpf(0), last * (1 - mpf("1e-6")))
        top, r = best(d)
    cut = lambda y: best(y)[0] - (top - LEVEL_DROP)
    def bisect(a, b):
        for _ in range(70):
            m = (a + b) / 2
            if (cut(m) > 0) == (cut(b) > 0): b = m
            else: a = m
        return (a + b) / 2
    lower = mpf(0) if cut(mpf(0)) >= 0 else bisect(mpf(0), d)
    upper = last if exact_end else bisect(d, last * (1 - mpf("1e-12")))
    return d, exp(r), lower, upper, top


def golden(f, a, b):
    ratio = (sqrt(mpf(5)) - 1) / 2
    # A scan first, as the profile may have kinks.
    grid = [a + (b - a) * i / 40 for i in range(41)]
    k = max(range(41), key=lambda i: f(grid[i]))
    a, b = grid[max(k - 1, 0)], grid[min(k + 1, 40)]
    c, d = b - ratio * (b - a), a + ratio * (b - a)
    fc, fd = f(c), f(d)
    for _ in range(90):
        if fc > fd: b, d, fd = d, c, fc; c = b - ratio * (b - a); fc = f(c)
        else: a, c, fc = c, d, fd; d = a + ratio * (b - a); fd = f(d)
    return (a + b) / 2


def pieces():
    sets = read()
    with open("laws-pieces.csv", "w") as out:
        out.write("set,law,cut,parameter,value,error,lower,upper,log_likelihood\n")
        for name in ["aml", "leukaemia", "late", "heart", "mixed", "coarse", "grid", "entered"]:
            rows = sets[name]
            d, r, lower, upper, top = delayed(rows)
            out.write(",".join([name, "delayed", "NA", "delay", number(d), "NA", number(lower), number(upper), number(top)]) + "\n")
            out.write(",".join([name, "delayed", "NA", "rate", number(r), "NA", "NA", "NA", number(top)]) + "\n")
            cut = {"aml": 20, "leukaemia": 8, "late": 60, "heart": 50, "mixed": 20, "coarse": 35, "grid": 1000, "entered": 50}[name]
            f = lambda x: loglik_hazard(*survival_law(exp(x[0]), exp(x[1]), mpf(cut)), rows)
            x, top, H = newton(f, [log(r), log(r)])
            V = (-H) ** -1
            for i in range(2):
                limits = [profile(f, x, top, H, i, side) for side in (-1, 1)]
                out.write(",".join([name, "pieces", str(cut), "rate %d" % (i + 1), number(exp(x[i])), number(exp(x[i]) * sqrt(V[i, i]))] + [number(exp(v)) for v in limits] + [number(top)]) + "\n")
            out.flush()
            print(name, mp.nstr(d, 12), mp.nstr(r, 12), flush=True)


def hazards():
    import numpy as np
    from numpy.polynomial import polynomial as P
    data = {}
    for row in csv.DictReader(open("datasets.csv")):
        data.setdefault(row["set"], []).append((float(row["start"]), float(row["time"]), int(row["event"])))
    epanechnikov = np.array([0.75, 0, -0.75])
    def moment(poly, a, b):
        q = P.polyint(poly)
        return P.polyval(b, q) - P.polyval(a, q)
    def kernel(left, right):
        # K (alpha + beta x) on [-right .. left], x = (t - t_i)/b, with integral 1 and mean 0.
        a, b = -min(1, right), min(1, left)
        m = [moment(P.polymul(epanechnikov, [0] * k + [1]), a, b) for k in range(3)]
        alpha, beta = np.linalg.solve([[m[0], m[1]], [m[1], m[2]]], [1, 0])
        return lambda x: np.where((x >= a) & (x <= b), 0.75 * (1 - x * x) * (alpha + beta * x), 0)
    with open("laws-hazards.csv", "w") as out:
        out.write("set,kind,at,bandwidth,value,error\n")
        for name in ["aml", "lung", "veteran", "late", "steps", "tied"]:
            rows = np.array(data[name])
            e, t, d = rows.T
            times = np.unique(t[d == 1])
            events = np.array([np.sum((t == u) & (d == 1)) for u in times])
            at_risk = np.array([np.sum((t >= u) & (e < u)) for u in times])
            keep = at_risk >= min(max(10, len(t) // 50), len(t) // 10)
            start, end = e.min(), times[keep].max()
            for b in [(end - start) / 9, (end - start) / 3]:
                for at in np.linspace(start, end, 23):
                    # The range's end is at x = (t - end)/b = -right.
                    k = kernel((at - start) / b, (end - at) / b)((at - times) / b) * keep
                    value = np.sum(k * events / at_risk) / b
                    error = np.sqrt(np.sum(k ** 2 * events / at_risk ** 2)) / b
                    out.write("%s,hazard,%r,%r,%r,%r\n" % (name, float(at), float(b), float(value), float(error)))
            # Score test: hazard rate exp(b1 t + b2 log t) beyond an onset, by quadrature-free integrals of each person's own time at risk.
            for onset in [0.0, float(np.quantile(t, 0.2))]:
                inside = t > onset
                a, z, dd = np.maximum(e, onset)[inside], t[inside], d[inside]
                L = lambda x: np.log(np.where(x > 0, x, 1))
                I = [lambda x: x, lambda x: x ** 2 / 2, lambda x: x * L(x) - x, lambda x: x ** 3 / 3, lambda x: x ** 2 * L(x) / 2 - x ** 2 / 4,
                     lambda x: x * L(x) ** 2 - 2 * x * L(x) + 2 * x]
                m = [np.sum(f(z) - f(a)) for f in I]
                rate = dd.sum() / m[0]
                U = np.array([np.sum(z * dd) - rate * m[1], np.sum(np.log(z) * dd) - rate * m[2]])
                V = rate * np.array([[m[3] - m[1] ** 2 / m[0], m[4] - m[1] * m[2] / m[0]], [m[4] - m[1] * m[2] / m[0], m[5] - m[2] ** 2 / m[0]]])
                out.write("%s,flatness,%r,NA,%r,%r\n" % (name, onset, float(U @ np.linalg.solve(V, U)), float(m[0])))


if __name__ == "__main__":
    for part in sys.argv[1:] or ["values", "hazards", "pieces", "fits"]: globals()[part]()
