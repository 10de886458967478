"""SciPy's SLSQP on the problem that bench/plan.mjs writes: multiples of every channel's pattern, a fixed budget, bounds and groups."""

import json
import sys
import time

import numpy as np
from scipy.optimize import minimize

with open(sys.argv[1], encoding="utf-8") as file:
    problem = json.load(file)
channels = problem["channels"]
margin = problem["margin"]
TAIL = 60

started = time.perf_counter()
prepared = []
for channel in channels:
    media = np.concatenate([np.array(channel["media"]), np.zeros(TAIL)])
    retention = np.array(channel["retention"])
    stock = np.zeros((len(media), len(retention)))
    level = np.zeros(len(retention))
    for t, x in enumerate(media):
        level = retention * level + (1 - retention) * x
        stock[t] = level
    prepared.append(
        (np.log(stock), np.log(np.array(channel["half"])), np.array(channel["slope"]), np.array(channel["coefficient"]))
    )
spend = np.array([channel["spend"] for channel in channels])


def loss(u):
    value = 0.0
    gradient = np.zeros(len(u))
    for c, (log_stock, log_half, slope, coefficient) in enumerate(prepared):
        p = 1 / (1 + np.exp(slope * (log_half - log_stock - np.log(u[c]))))
        value += margin * np.mean(coefficient * p.sum(axis=0))
        gradient[c] = margin * np.mean(coefficient * (slope * p * (1 - p)).sum(axis=0)) / u[c]
    return -(value - spend @ u), -(gradient - spend)


constraints = [{"type": "eq", "fun": lambda u: spend @ (u - 1), "jac": lambda u: spend}]
for group in problem["groups"]:
    weights = np.zeros(len(spend))
    weights[group["channels"]] = spend[group["channels"]]
    today = weights.sum()
    constraints.append({"type": "ineq", "fun": lambda u, w=weights, b=group["high"] * today: b - w @ u, "jac": lambda u, w=weights: -w})
    constraints.append({"type": "ineq", "fun": lambda u, w=weights, b=group["low"] * today: w @ u - b, "jac": lambda u, w=weights: w})
found = minimize(
    loss,
    np.ones(len(spend)),
    jac=True,
    method="SLSQP",
    bounds=[(0.5, 1.5)] * len(spend),
    constraints=constraints,
    options={"ftol": 1e-12, "maxiter": 200},
)
seconds = time.perf_counter() - started
print(json.dumps({"seconds": seconds, "profit": -found.fun, "multiples": found.x.tolist(), "message": found.message}))
