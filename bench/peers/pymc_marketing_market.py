"""PyMC-Marketing's own package on its own example, against the published truth: the figures of docs/evidence.md, "Against published markets".

    pip install pymc-marketing nutpie && python bench/peers/pymc_marketing_market.py datasets/mmm-example.csv

The model is that of the package's example notebook: geometric carry-over over 8 weeks, logistic saturation, two event columns and a line as controls, two
yearly waves, every prior the package's default.
"""

import sys

import numpy as np
import pandas as pd
import pymc_marketing
from pymc_marketing.mmm import MMM, GeometricAdstock, LogisticSaturation

WEIGHTS = {"x1": (0.4, 4.0, 3000.0), "x2": (0.2, 3.0, 2000.0)}


def true_contribution(x, alpha, rate, size):
    weights = alpha ** np.arange(8)
    weights /= weights.sum()
    stock = np.convolve(x, weights)[: len(x)]
    response = np.exp(-rate * stock)
    return size * (1 - response) / (1 + response)


def main(path):
    data = pd.read_csv(path, parse_dates=["date_week"])
    model = MMM(
        date_column="date_week",
        adstock=GeometricAdstock(l_max=8),
        saturation=LogisticSaturation(),
        channel_columns=["x1", "x2"],
        control_columns=["event_1", "event_2", "t"],
        yearly_seasonality=2,
    )
    model.fit(
        data.drop(columns=["y", "dayofyear"]),
        data["y"],
        chains=4,
        tune=1000,
        draws=1000,
        random_seed=1,
        nuts_sampler="nutpie",
        progressbar=False,
    )
    draws = model.compute_channel_contribution_original_scale()
    print(f"PyMC-Marketing {pymc_marketing.__version__}")
    for channel, (alpha, rate, size) in WEIGHTS.items():
        truth = true_contribution(data[channel].to_numpy(), alpha, rate, size)
        own = draws.sel(channel=channel).stack(sample=("chain", "draw")).transpose("date", "sample").to_numpy()
        low, middle, high = np.quantile(own, [0.05, 0.5, 0.95], axis=1)
        totals = np.quantile(own.sum(axis=0), [0.05, 0.5, 0.95])
        srmse = np.sqrt(np.mean((middle - truth) ** 2)) / truth.mean()
        held = np.mean((low <= truth) & (truth <= high))
        print(f"{channel}: SRMSE {srmse:.4f}, weeks held {held:.2f}, total {totals.round()} (truth {truth.sum():.0f})")


main(sys.argv[1])
