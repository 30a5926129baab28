"""Makes laws-values.csv and laws-fits.csv:  python3 make-laws.py  (after make-datasets.R and make-laws.R; needs mpmath; about ten minutes).

laws-values.csv: log density, survival and cumulative probability of each law, far into both tails, at 40 digits.
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
                    logs = [log(x) if x > 0 else None for x in tails]
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


if __name__ == "__main__":
    values()
    fits()
