"""Golden values of partial F tests (tests/model/identify/partial-test.test.ts, to 1e-8).

Python 3.11. Prints JSON, kept as tests/golden/partial-tests.json: generalised least squares with the full covariance, by statsmodels.
"""

import json

import numpy
import scipy
import statsmodels
import statsmodels.api as sm
from scipy.linalg import toeplitz

ROWS = 60
RHO = 0.4
RATIO = 0.7


def stream(seed):
    state = seed
    while True:
        state = (1664525 * state + 1013904223) % 2**32
        yield state / 2**32


def columns():
    u = stream(7)
    x = numpy.array([[next(u) for _ in range(6)] for _ in range(ROWS)])
    t = numpy.arange(ROWS)
    base = numpy.column_stack([numpy.ones(ROWS), t / ROWS, x[:, 0]])
    tested = x[:, 1:3]
    smooth = numpy.column_stack([numpy.sin(numpy.pi * j * (t + 1) / (ROWS + 1)) for j in range(1, 5)])
    y = 2 + 0.5 * x[:, 0] + 0.9 * x[:, 1] + 0.2 * numpy.sin(t / 9) + 0.4 * (x[:, 3] + x[:, 4] + x[:, 5] - 1.5) * (1 + x[:, 1])
    return y, base, tested, smooth


def gls(y, base, tested, covariance):
    design = numpy.column_stack([base, tested])
    fit = sm.GLS(y, design, sigma=covariance).fit()
    k = tested.shape[1]
    test = fit.f_test(numpy.eye(design.shape[1])[-k:])
    inverse = numpy.linalg.inv(covariance)
    rss = lambda columns: weighted_rss(y, columns, inverse)
    return {
        "f": float(test.fvalue),
        "p": float(test.pvalue),
        "partialR2": (rss(base) - rss(design)) / rss(base),
        "coefficients": fit.params[-k:].tolist(),
    }


def weighted_rss(y, columns, inverse):
    b = numpy.linalg.solve(columns.T @ inverse @ columns, columns.T @ inverse @ y)
    e = y - columns @ b
    return float(e @ inverse @ e)


def hc3(y, base, tested):
    design = numpy.column_stack([base, tested[:, :1]])
    fit = sm.OLS(y, design).fit(cov_type="HC3", use_t=True)
    return {"f": float(fit.tvalues[-1] ** 2), "p": float(fit.pvalues[-1]), "coefficients": [float(fit.params[-1])]}


y, base, tested, smooth = columns()
ar1 = toeplitz(RHO ** numpy.arange(ROWS)) / (1 - RHO**2)
print(
    json.dumps(
        {
            "versions": {"numpy": numpy.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__},
            "rho": RHO,
            "ratio": RATIO,
            "y": y.tolist(),
            "base": base.T.tolist(),
            "tested": tested.T.tolist(),
            "smooth": smooth.T.tolist(),
            "independent": gls(y, base, tested, numpy.eye(ROWS)),
            "correlated": gls(y, base, tested, ar1),
            "smoothed": gls(y, base, tested, ar1 + RATIO**2 * smooth @ smooth.T),
            "robust": hc3(y, base, tested),
        },
        indent=1,
    )
)
