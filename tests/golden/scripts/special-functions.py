"""Golden values of special functions, distributions and linear algebra.

Python 3.11, SciPy 1.17.1, NumPy 2.4.6, mpmath 1.4.1 for log-gamma and the distributions' tails. Writes tests/golden/special-functions.json.
"""

import json
import pathlib

import mpmath
import numpy as np
from mpmath import mpf
from scipy import special, stats

mpmath.mp.dps = 50

log_gamma = [1e-310, 1e-20, 1e-5, 0.1, 0.5, 0.9, 0.999, 1.001, 1.25, 1.5, 1.999, 2.001, 2.5, 3, 7.3, 14.99, 15, 100.5, 1e6, 1e15]
digamma = [1e-5, 0.1, 0.5, 1, 1.25, 2, 3.5, 9.9, 14.99, 15, 100.5, 1e6]
gamma_p = [(0.1, 0.01), (0.5, 0.5), (2.5, 1), (2.5, 9), (10, 8), (100, 120), (100, 80), (1000, 1010), (10000, 10300), (0.5, 300)]
beta = [(0.3, 2, 5), (0.5, 2, 2), (0.01, 0.5, 0.5), (0.99, 0.5, 7), (0.999, 500, 0.5), (0.2, 30, 100), (0.4, 300, 400), (1e-6, 3, 2)]
normal = [-37.5, -20, -8, -3, -1.959963984540054, -0.66, -0.3, 0, 0.3, 0.67, 1, 3, 5.5, 8.2]
quantile = [1e-300, 1e-20, 1e-10, 0.001, 0.025, 0.0749, 0.0751, 0.3, 0.5, 0.8, 0.975, 0.999999]
student = [(-40, 3), (-4.2083, 15), (-1, 1), (-0.5, 2.5), (1e-5, 30), (0.7, 7), (2.5, 100), (6, 1e6)]
student_quantile = [(0.975, 15), (1e-12, 1), (0.3, 2.5), (0.6, 4), (0.999, 50), (1e-5, 1000), (0.05, 0.3)]
chi_square = [(29.10689519, 2), (0.1, 3), (5, 5), (120, 100), (1e-3, 1), (700, 4)]
f_test = [(82.17203529, 4, 15), (1e-3, 3, 4), (1, 10, 10), (2.59, 2, 50), (400, 1, 200)]


def relative(value):
    return float(value)


golden = {
    "logGamma": [[x, relative(mpmath.loggamma(mpf(x)))] for x in log_gamma],
    "digamma": [[x, relative(mpmath.digamma(mpf(x)))] for x in digamma],
    "regularisedGammaP": [[a, x, relative(mpmath.gammainc(mpf(a), 0, mpf(x), regularized=True))] for a, x in gamma_p],
    "regularisedGammaQ": [[a, x, relative(mpmath.gammainc(mpf(a), mpf(x), mpmath.inf, regularized=True))] for a, x in gamma_p],
    "regularisedBeta": [[x, a, b, float(mpmath.betainc(mpf(a), mpf(b), 0, mpf(x), regularized=True))] for x, a, b in beta],
    "normalCdf": [[z, relative(mpmath.erfc(-mpf(z) / mpmath.sqrt(2)) / 2)] for z in normal],
    "normalQuantile": [[p, float(special.ndtri(p))] for p in quantile],
    "studentCdf": [[t, df, float(stats.t.cdf(t, df))] for t, df in student],
    "studentQuantile": [[p, df, float(stats.t.ppf(p, df))] for p, df in student_quantile],
    "chiSquareSurvival": [[x, df, float(stats.chi2.sf(x, df))] for x, df in chi_square],
    "fSurvival": [[f, a, b, float(stats.f.sf(f, a, b))] for f, a, b in f_test],
}

x = np.array([[1, 2, 3], [1, 4, 1], [1, 5, 9], [1, 7, 2], [1, 1, 1], [1, 3, 8.0]])
y = np.array([1, 2, 3, 4, 5, 9.0])
b, rss, _, _ = np.linalg.lstsq(x, y)
inverse = np.linalg.inv(x.T @ x)
golden["leastSquares"] = {
    "x": x.ravel().tolist(),
    "y": y.tolist(),
    "coefficients": b.tolist(),
    "residualSumOfSquares": float(rss[0]),
    "xtxInverse": inverse.ravel().tolist(),
    "leverage": np.diag(x @ inverse @ x.T).tolist(),
    "singularValues": np.linalg.svd(x, compute_uv=False).tolist(),
}

path = pathlib.Path(__file__).parent.parent / "special-functions.json"
path.write_text(json.dumps(golden, indent=1) + "\n")
