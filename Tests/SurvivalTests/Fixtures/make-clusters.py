"""Makes clusters-counts.csv and clusters-rates.csv, rates whose events cluster:  python3 make-clusters.py

Made with statsmodels 0.15 and scipy 1.17: a Poisson regression on a constant with the log of the exposure as offset. For the clustered errors each
cluster is cut in pieces, over which its events are spread at random, and the pieces are the rows; for Pearson's statistic each cluster is a row. Exact limits by
scipy's inverse gamma functions.
"""
import numpy as np
import statsmodels.api as sm
from scipy.special import gammaincinv, gammainccinv
from scipy.stats import t

draws = np.random.default_rng(20264)


def counts(clusters, exposures, mean, shape):
    """Negative binomial counts: Poisson with a mean that varies between clusters, by a gamma law with this shape."""
    e = np.array([exposures[i % len(exposures)] for i in range(clusters)], dtype=float)
    return draws.poisson(mean * e / np.mean(exposures) * draws.gamma(shape, 1 / shape, clusters)), e


sets = {
    "two": (np.array([3, 8]), np.array([10.0, 12.5])),
    "one-busy": (np.array([0, 0, 17, 0, 0, 0]), np.array([5.0, 5, 5, 5, 5, 5])),
    "poisson": counts(40, [20000], 3, 1e9),
    "geometric": counts(60, [20000], 4, 1),
    "unequal": counts(50, [500, 20000, 7311, 125], 6, 2),
    "rare": counts(200, [20000, 15000], 0.08, 0.5),
    "fractions": counts(30, [0.37, 1.9, 0.002], 2.5, 1),
    "many-events": counts(25, [1e6, 3e6], 2e6, 50),
}
with open("clusters-counts.csv", "w") as rows, open("clusters-rates.csv", "w") as rates:
    rows.write("set,events,exposure\n")
    rates.write("set,level,clusters,with_events,events,exposure,rate,log_std_error,lower,upper,dispersion,poisson_lower,poisson_upper\n")
    for name, (n, e) in sets.items():
        for events, exposure in zip(n, e):
            rows.write(f"{name},{events},{float(exposure)!r}\n")
        m, total, exposure = len(n), int(n.sum()), float(e.sum())
        plain = sm.GLM(n, np.ones(m), family=sm.families.Poisson(), offset=np.log(e)).fit(tol=1e-14, maxiter=200)
        pieces, piece_exposures, groups = [], [], []
        for cluster in range(m):
            shares = draws.dirichlet(np.ones(4))
            pieces += list(draws.multinomial(n[cluster], shares))
            piece_exposures += list(shares * e[cluster])
            groups += [cluster] * 4
        clustered = sm.GLM(
            np.array(pieces), np.ones(4 * m), family=sm.families.Poisson(), offset=np.log(np.array(piece_exposures))
        ).fit(tol=1e-14, maxiter=200, cov_type="cluster", cov_kwds={"groups": np.array(groups)})
        rate, error = total / exposure, float(clustered.bse[0])
        assert abs(float(clustered.params[0]) - np.log(rate)) < 1e-9
        for level in [0.8, 0.95]:
            radius = t.ppf((1 + level) / 2, m - 1) * error
            tail = (1 - level) / 2
            limits = [gammaincinv(total, tail) / exposure, gammainccinv(total + 1, tail) / exposure]
            values = [rate, error, rate * np.exp(-radius), rate * np.exp(radius), plain.pearson_chi2 / (m - 1), *limits]
            rates.write(f"{name},{level},{m},{int((n > 0).sum())},{total},{exposure!r}," + ",".join(repr(float(v)) for v in values) + "\n")
