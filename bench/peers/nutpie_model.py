"""models/mmm-example-stated.yaml in PyMC, sampled by nutpie: 4 chains of 1,000 + 1,000. Prints one JSON line."""

import json
import sys
import time

import arviz as az
import numpy as np
import nutpie
import pandas as pd
import pymc as pm
import pytensor.tensor as pt

table = pd.read_csv(sys.argv[1])
y = (table["y"] / table["y"].max()).to_numpy()
media = (table[["x1", "x2"]] / table[["x1", "x2"]].max()).to_numpy()
day = table["dayofyear"].to_numpy()
controls = np.column_stack([table["event_1"], table["event_2"], table["t"] / table["t"].max()])
fourier = np.column_stack([f(2 * np.pi * k * day / 365.25) for f in (np.sin, np.cos) for k in (1, 2)])
lagged = np.stack([np.vstack([np.zeros((lag, 2)), media[: len(media) - lag]]) for lag in range(8)])

with pm.Model() as model:
    alpha = pm.Beta("alpha", 1, 3, shape=2)
    lam = pm.Gamma("lam", 3, 1, shape=2)
    beta = pm.HalfNormal("beta", 2, shape=2)
    intercept = pm.Normal("intercept", 0, 2)
    gamma_control = pm.Normal("gamma_control", 0, 2, shape=3)
    gamma_fourier = pm.Normal("gamma_fourier", 0, 1, shape=4)
    sigma = pm.HalfNormal("sigma", 2)
    weights = alpha ** np.arange(8)[:, None]
    stock = pt.sum(lagged * (weights / weights.sum(0))[:, None, :], axis=0)
    saturated = (1 - pt.exp(-lam * stock)) / (1 + pt.exp(-lam * stock))
    mean = intercept + saturated @ beta + controls @ gamma_control + fourier @ gamma_fourier
    pm.Normal("y", mean, sigma, observed=y)

compiled = nutpie.compile_pymc_model(model)
started = time.perf_counter()
trace = nutpie.sample(compiled, chains=4, tune=1000, draws=1000, seed=1, progress_bar=False)
sampling = time.perf_counter() - started
sizes = np.concatenate([np.ravel(part) for part in az.ess(trace).data_vars.values()])
print(json.dumps({"engine": f"nutpie {nutpie.__version__}", "sampling": sampling, "min": float(sizes.min())}))
