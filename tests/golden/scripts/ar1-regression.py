"""Golden values of regression with AR(1) noise by exact maximum likelihood, on the Lydia Pinkham series and the D20 data.

Python 3.11, statsmodels 0.15.0, SciPy 1.17.1, NumPy 2.4.6. Writes tests/golden/ar1-regression.json. The likelihood is maximised on the
covariance matrix itself, rho^|i-j| / (1 - rho^2), and compared with statsmodels' state-space likelihood.
"""

import json
import pathlib

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.stats import multivariate_normal
from statsmodels.tsa.statespace.sarimax import SARIMAX

root = pathlib.Path(__file__).parents[2]
pinkham = np.loadtxt(root.parent / "datasets/lydia-pinkham.csv", delimiter=",", skiprows=1)

tv = [40, 0, 0, 25, 60, 0, 0, 35, 0, 50, 20, 0, 0, 0, 45, 30, 0, 0, 55, 10]
search = [8, 7.5, 6.9, 9.1, 10.4, 8.8, 7.2, 9, 7.7, 10.1, 9.6, 8.1, 7, 6.6, 9.4, 9.9, 8.3, 7.1, 10.8, 9.2]
price = [10, 10, 9.5, 9.5, 10, 10.2, 10.2, 10, 9.8, 9.8, 9.5, 10, 10.3, 10.3, 10, 9.6, 9.6, 10.1, 9.9, 10]
y20 = [201.2, 188.1, 179.4, 202.4, 219.8, 203.3, 186.9, 209.2, 192.7, 224.3, 225.7, 195, 179.2, 173.6, 214.9, 220.9, 201.5, 187.2, 225, 216.1]
stock = np.zeros(20)
for t in range(20):
    stock[t] = tv[t] + (0.5 * stock[t - 1] if t else 0)


def fit(x, y):
    n, k = x.shape
    lags = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))

    def gls(rho):
        omega = rho**lags / (1 - rho**2)
        inverse = np.linalg.inv(omega)
        b = np.linalg.solve(x.T @ inverse @ x, x.T @ inverse @ y)
        e = y - x @ b
        rss = e @ inverse @ e
        return b, e, rss, omega, np.linalg.inv(x.T @ inverse @ x)

    def loss(rho):
        _, _, rss, omega, _ = gls(rho)
        return 0.5 * n * (np.log(2 * np.pi * rss / n) + 1) + 0.5 * np.linalg.slogdet(omega)[1]

    grid = np.linspace(-0.99, 0.99, 199)
    best = min(grid, key=loss)
    rho = minimize_scalar(loss, bounds=(best - 0.01, min(0.999, best + 0.01)), method="bounded", options={"xatol": 1e-12}).x
    b, e, rss, omega, inverse = gls(rho)
    h = 1e-4
    curvature = (loss(rho + h) - 2 * loss(rho) + loss(rho - h)) / h**2
    s2 = rss / (n - k)
    direct = multivariate_normal.logpdf(y, x @ b, omega * rss / n)
    state_space = SARIMAX(y, exog=x, order=(1, 0, 0)).fit(disp=False, maxiter=2000).llf
    # statsmodels' optimiser stops a little below the maximum.
    assert abs(direct + loss(rho)) < 1e-8 and -1e-2 < state_space - direct < 1e-6, (direct, state_space)
    return {
        "correlation": rho,
        "correlationError": 1 / np.sqrt(curvature),
        "coefficients": b.tolist(),
        "standardErrors": np.sqrt(s2 * np.diag(inverse)).tolist(),
        "sigma": float(np.sqrt(s2)),
        "logLikelihood": float(direct),
        "structuralR2": float(1 - e @ e / np.sum((y - y.mean()) ** 2)),
    }


d20 = np.column_stack([np.ones(20), stock, search, price, np.arange(1, 21)])
golden = {
    "pinkham": fit(np.column_stack([np.ones(54), pinkham[:, 1]]), pinkham[:, 2]),
    "d20": fit(d20, np.array(y20, dtype=float)),
}
(root / "golden/ar1-regression.json").write_text(json.dumps(golden, indent=1) + "\n")
