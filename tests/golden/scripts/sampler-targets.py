"""Exact posterior moments for the tests of the sampler (tests/inference/sample/reference-posteriors.ts).

Made with Python 3.11, NumPy 2.4.6, SciPy 1.17.1: python sampler-targets.py prints them.
"""

import itertools

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

# Bioassay (Racine et al. 1986; Gelman et al. 2013, section 3.7): deaths of 5 animals at log doses; alpha ~ N(0, 2^2), beta ~ N(10, 10^2).
dose = np.array([-0.86, -0.30, -0.05, 0.73])
deaths = np.array([0, 1, 3, 5])
a = np.linspace(-7, 10, 3001)[:, None, None]
b = np.linspace(-15, 75, 6001)[None, :, None]
log_p = -0.5 * (a[..., 0] / 2) ** 2 - 0.5 * ((b[..., 0] - 10) / 10) ** 2
for x, y in zip(dose, deaths):
    eta = a[..., 0] + b[..., 0] * x
    log_p = log_p + y * eta - 5 * np.logaddexp(0, eta)
p = np.exp(log_p - log_p.max())
p /= p.sum()
for name, value in (("alpha", a[..., 0] + 0 * b[..., 0]), ("beta", b[..., 0] + 0 * a[..., 0])):
    mean = (p * value).sum()
    print("bioassay", name, repr(float(mean)), repr(float(np.sqrt((p * (value - mean) ** 2).sum()))))

# Logistic regression on 40 rows of the congruential stream, 4 coefficients ~ N(0, 2.5^2); Gauss-Hermite quadrature about the mode.
state = 7
rows = []
for _ in range(40):
    row = [1.0]
    for _ in range(4):
        state = (1664525 * state + 1013904223) % 2**32
        row.append(state / 2**32)
    rows.append(row)
rows = np.array(rows)
x = np.column_stack([rows[:, 0], 4 * rows[:, 1] - 2, 3 * rows[:, 2] + 1.5 * rows[:, 1], rows[:, 3]])
y = (rows[:, 4] < expit(-1 + 1.2 * x[:, 1] + 0.4 * x[:, 2] - 0.5 * x[:, 3])).astype(float)


def minus_log_posterior(beta):
    eta = x @ beta
    return -(y @ eta - np.logaddexp(0, eta).sum() - 0.5 * (beta @ beta) / 2.5**2)


mode = minimize(minus_log_posterior, np.zeros(4), method="BFGS", options={"gtol": 1e-10}).x
prob = expit(x @ mode)
hessian = (x.T * (prob * (1 - prob))) @ x + np.eye(4) / 2.5**2
factor = np.linalg.cholesky(np.linalg.inv(hessian))
for order in (24, 36):
    nodes, weights = np.polynomial.hermite_e.hermegauss(order)
    z = np.array(list(itertools.product(nodes, repeat=4)))
    w = np.array([np.prod(c) for c in itertools.product(weights, repeat=4)])
    points = mode + z @ factor.T
    eta = points @ x.T
    log_p = eta @ y - np.logaddexp(0, eta).sum(axis=1) - 0.5 * (points**2).sum(axis=1) / 2.5**2
    density = w * np.exp(log_p + minus_log_posterior(mode) + 0.5 * (z**2).sum(axis=1))
    density /= density.sum()
    mean = density @ points
    print("logistic, order", order, y.astype(int).sum(), mean.tolist(), np.sqrt(density @ (points - mean) ** 2).tolist())
