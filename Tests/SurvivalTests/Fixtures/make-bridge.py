"""Makes curves-bridge.csv, probabilities that a Brownian bridge stays within +-c over [a, b]:  python3 make-bridge.py

Made with mpmath at 30 digits, by another way than the module's: the law between a and b as a sum over the sines that vanish at +-c,
P = sqrt(2 pi)/c sum_j exp(-w_j^2 (b - a)/2) A_j(a) A_j(1 - b), w_j = (2 j + 1) pi/(2 c), A_j(s) = integral_-c^c cos(w_j x) phi(x; s) dx.
"""
from mpmath import mp, mpf, quad, cos, exp, sqrt, pi, linspace

mp.dps = 30


def coefficient(frequency, variance, c):
    if variance == 0:
        return mpf(1)
    density = lambda x: exp(-x * x / (2 * variance)) / sqrt(2 * pi * variance)
    panels = max(8, int(frequency * c / pi) * 2)
    return 2 * quad(lambda x: cos(frequency * x) * density(x), linspace(0, c, panels))


def probability(c, a, b):
    total = mpf(0)
    for j in range(400):
        frequency = (2 * j + 1) * pi / (2 * c)
        decay = exp(-frequency**2 * (b - a) / 2)
        if decay < mpf(10) ** -20:
            break
        total += decay * coefficient(frequency, a, c) * coefficient(frequency, 1 - b, c)
    return sqrt(2 * pi) / c * total


with open("curves-bridge.csv", "w") as file:
    file.write("c,from,to,probability\n")
    # Five entries of km.ci's tables that are off; c is ours, so the probability has to be the level, 0.99.
    for c, a, b in [
        (1.5194218916655018, 0.54, 0.76), (1.3983923933373303, 0.16, 0.34), (1.6169302769045415, 0.24, 0.68), (1.5128729258946185, 0.28, 0.46),
        (1.406665001184592, 0.38, 0.42),
    ]:
        file.write(f"{c!r},{a!r},{b!r},{mp.nstr(probability(mpf(c), mpf(a), mpf(b)), 18)}\n")
    for a, b in [(0, 1), (0, 0.3), (0.7, 1), (0.1, 0.6), (0.02, 0.98), (0.3, 0.5), (0.001, 0.2), (0.6, 0.999), (0.4, 0.42), (0.9, 0.97)]:
        for c in [0.3, 0.7, 1.0, 1.36, 2.2]:
            value = probability(mpf(c), mpf(a), mpf(b))
            file.write(f"{c!r},{a!r},{b!r},{mp.nstr(value, 18)}\n")
