"""Makes pairs-shares.csv, the shares of pairs with an event on either side:  python3 make-pairs.py

Made with mpmath 1.4 at 40 digits, by another way than the module's: the limits of Tango's interval by bisection of the score statistic, in which the
nuisance share q = P(first side only) is found by bisection of its own likelihood equation at the difference d,

    b/(q + d) + c/q = 2 (n - b - c)/(1 - 2 q - d),

and McNemar's exact p-value as a sum of whole numbers over 2^(b + c). Checked against statsmodels 0.15 (p-values).
"""
from math import comb
from mpmath import mp, mpf, sqrt, erfinv, nstr
from statsmodels.stats.contingency_tables import mcnemar

mp.dps = 40


def bisect(function, low, high):
    """Where a falling function changes sign."""
    for _ in range(200):
        middle = (low + high) / 2
        if function(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def nuisance(b, c, n, d):
    low, high = max(mpf(0), -d), (1 - d) / 2

    def slope(q):
        return (b / (q + d) if b else 0) + (c / q if c else 0) - (2 * (n - b - c) / (1 - 2 * q - d) if n > b + c else 0)

    if n == b + c:
        return high
    # Without pairs that differ, the likelihood falls in q.
    return bisect(slope, low, high) if b + c else low


def score(b, c, n, d):
    q = nuisance(b, c, n, d)
    variance = n * (2 * q + d * (1 - d))
    return (b - c - n * d) / sqrt(variance)


def limit(b, c, n, z):
    """The largest d that is not rejected."""
    if b == n:
        return mpf(1)
    return bisect(lambda d: score(b, c, n, d) + z, mpf(b - c) / n + mpf(10) ** -30, 1 - mpf(10) ** -30)


def p_value(b, c):
    tail = sum(comb(b + c, k) for k in range(min(b, c) + 1))
    value = min(mpf(1), 2 * mpf(tail) / mpf(2) ** (b + c))
    if 0 < b + c < 900:
        assert abs(value - mcnemar([[0, b], [c, 0]], exact=True).pvalue) < mpf(10) ** -9 * value
    return value


with open("pairs-shares.csv", "w") as file:
    file.write("both,first_only,second_only,neither,level,lower,upper,p\n")
    for level in ["0.8", "0.95", "0.999"]:
        z = sqrt(2) * erfinv(mpf(level))
        for both, c, b, neither in [
            (59, 6, 16, 80), (1, 1, 7, 12), (0, 0, 0, 1), (1, 0, 0, 0), (0, 0, 1, 0), (0, 1, 0, 0), (0, 1, 1, 0), (0, 0, 5, 5), (5, 0, 5, 0),
            (0, 5, 0, 15), (10, 0, 0, 20), (3, 0, 1, 46), (40, 9, 10, 41), (0, 10, 0, 0), (0, 9, 1, 0), (7, 0, 30, 3), (0, 2, 998, 0),
            (1000, 1, 0, 2999), (1000, 20, 60, 2920), (100000, 312, 377, 899311), (0, 400000, 401000, 199000), (5, 0, 3, 10**9),
        ]:
            n = both + b + c + neither
            limits = [-limit(c, b, n, z), limit(b, c, n, z)]
            # Large sums only where they end.
            p = nstr(p_value(b, c), 18) if b + c <= 5000 else "NA"
            file.write(f"{both},{c},{b},{neither},{level},{nstr(limits[0], 18)},{nstr(limits[1], 18)},{p}\n")
