"""models/mmm-example-stated.yaml in NumPyro: 4 chains of 1,000 + 1,000, a cold process. Prints one JSON line."""

import json
import os
import sys
import time

os.environ.setdefault("XLA_FLAGS", "--xla_force_host_platform_device_count=4")

import jax
import jax.numpy as jnp
import numpy as np
import numpyro
import numpyro.distributions as dist
import pandas as pd
from numpyro.diagnostics import summary
from numpyro.infer import MCMC, NUTS

jax.config.update("jax_enable_x64", True)
numpyro.set_host_device_count(4)

table = pd.read_csv(sys.argv[1])
y = (table["y"] / table["y"].max()).to_numpy()
media = (table[["x1", "x2"]] / table[["x1", "x2"]].max()).to_numpy()
day = table["dayofyear"].to_numpy()
controls = np.column_stack([table["event_1"], table["event_2"], table["t"] / table["t"].max()])
fourier = np.column_stack([f(2 * np.pi * k * day / 365.25) for f in (np.sin, np.cos) for k in (1, 2)])
lagged = np.stack([np.vstack([np.zeros((lag, 2)), media[: len(media) - lag]]) for lag in range(8)])


def model():
    alpha = numpyro.sample("alpha", dist.Beta(1, 3).expand([2]).to_event(1))
    lam = numpyro.sample("lam", dist.Gamma(3, 1).expand([2]).to_event(1))
    beta = numpyro.sample("beta", dist.HalfNormal(2).expand([2]).to_event(1))
    intercept = numpyro.sample("intercept", dist.Normal(0, 2))
    gamma_control = numpyro.sample("gamma_control", dist.Normal(0, 2).expand([3]).to_event(1))
    gamma_fourier = numpyro.sample("gamma_fourier", dist.Normal(0, 1).expand([4]).to_event(1))
    sigma = numpyro.sample("sigma", dist.HalfNormal(2))
    weights = alpha ** jnp.arange(8)[:, None]
    stock = jnp.einsum("ltc,lc->tc", lagged, weights / weights.sum(0))
    saturated = (1 - jnp.exp(-lam * stock)) / (1 + jnp.exp(-lam * stock))
    mean = intercept + saturated @ beta + controls @ gamma_control + fourier @ gamma_fourier
    numpyro.sample("y", dist.Normal(mean, sigma), obs=y)


mcmc = MCMC(NUTS(model), num_warmup=1000, num_samples=1000, num_chains=4, progress_bar=False)
started = time.perf_counter()
mcmc.run(jax.random.PRNGKey(1))
draws = jax.device_get(mcmc.get_samples(group_by_chain=True))
sampling = time.perf_counter() - started
sizes = np.concatenate([np.atleast_1d(part["n_eff"]) for part in summary(draws, group_by_chain=True).values()])
print(json.dumps({"engine": f"NumPyro {numpyro.__version__}", "sampling": sampling, "min": float(sizes.min())}))
