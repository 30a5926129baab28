# Prints the coefficients of BoxMuller.swift:  python make-polynomials.py  (a minute)
# Made with Python 3.11 and mpmath 1.3. Minimax fits by Remez' exchange; coefficients are rounded to doubles one after another from the lowest, and
# the rest fitted anew to what is left. Beside each set: the largest relative error of the function, in units of 2^-53.
import mpmath as mp

mp.mp.dps = 60

def remez(f, weight, terms, a, b):
    n = terms + 1
    points = [(a + b) / 2 - (b - a) / 2 * mp.cos(mp.pi * i / terms) for i in range(n)]
    grid = [a + (b - a) * (1 - mp.cos(mp.pi * k / 2000)) / 2 for k in range(2001)]
    for _ in range(30):
        rows, values = mp.matrix(n, n), mp.matrix(n, 1)
        for i, x in enumerate(points):
            for j in range(terms):
                rows[i, j] = weight(x) * x**j
            rows[i, terms], values[i] = (-1) ** i, weight(x) * f(x)
        solution = mp.lu_solve(rows, values)
        errors = [weight(x) * (sum(solution[j] * x**j for j in range(terms)) - f(x)) for x in grid]
        extrema = [0]
        for k in range(1, len(grid)):
            if (errors[k] > 0) != (errors[extrema[-1]] > 0):
                extrema.append(k)
            elif abs(errors[k]) > abs(errors[extrema[-1]]):
                extrema[-1] = k
        while len(extrema) > n:
            extrema.pop(0 if abs(errors[extrema[0]]) < abs(errors[extrema[-1]]) else -1)
        points = [grid[k] for k in extrema]
        if max(map(abs, errors)) < abs(solution[terms]) * (1 + mp.mpf("1e-4")):
            break
    return [solution[j] for j in range(terms)]

def fit(name, f, weight, terms, b):
    a, done = mp.mpf("1e-12"), []
    for k in range(terms):
        rest = lambda x: (f(x) - sum(c * x**j for j, c in enumerate(done))) / x**k
        done.append(mp.mpf(float(remez(rest, lambda x: weight(x) * x**k, terms - k, a, b)[0])))
    grid = [a + (b - a) * k / 4000 for k in range(4001)]
    error = max(abs(weight(x) * (sum(c * x**j for j, c in enumerate(done)) - f(x))) for x in grid)
    print(name, [float(c).hex() for c in done], mp.nstr(error * 2**53, 3))

turn = 2 * mp.pi
print("2 pi", float(turn).hex(), float(turn - float(turn)).hex())
print("2 ln 2", float(2 * mp.log(2)).hex())
# 2 R / z with z = s^2, ln(1 + f) = f - s (f - R), |s| <= 3 - sqrt(8).
fit("logarithm", lambda z: (4 * mp.atanh(mp.sqrt(z)) / mp.sqrt(z) - 4) / z, lambda z: z / 4, 7, (3 - mp.sqrt(8)) ** 2)
# (sin(2 pi a) / a - 2 pi) / z and (cos(2 pi a) - 1) / z with z = a^2, |a| <= 1/8.
sine = lambda z: mp.sin(turn * mp.sqrt(z)) / mp.sqrt(z)
fit("sine", lambda z: (sine(z) - turn) / z, lambda z: z / sine(z), 6, mp.mpf(1) / 64)
cosine = lambda z: mp.cos(turn * mp.sqrt(z))
fit("cosine", lambda z: (cosine(z) - 1) / z, lambda z: z / cosine(z), 7, mp.mpf(1) / 64)
