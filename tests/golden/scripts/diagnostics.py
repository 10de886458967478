"""Golden values of the diagnostics of draws (tests/inference/diagnose, to 1e-10).

Python 3.11. Prints JSON, kept as tests/golden/diagnostics.json: arviz-stats on chains of a stream that every language can make.
"""

import json
import math

import arviz_stats
import numpy
import scipy
from arviz_stats.base import array_stats


class Stream:
    def __init__(self, seed):
        self.state = seed

    def uniform(self):
        self.state = (1664525 * self.state + 1013904223) % 2**32
        return self.state / 2**32

    def normal(self):
        return sum(self.uniform() for _ in range(12)) - 6

    def autoregression(self, phi, length):
        x, out = 0.0, []
        for _ in range(length):
            x = phi * x + self.normal()
            out.append(x)
        return out


def chains(seeds, phi, length):
    return numpy.array([Stream(seed).autoregression(phi, length) for seed in seeds])


sticky = chains([1, 2, 3, 4], 0.6, 200)
SETS = {
    "sticky": sticky,
    "shifted": sticky + numpy.array([[0], [0], [0], [1]]),
    "alternating": chains([11, 12, 13, 14], -0.5, 201),
    "coarse": numpy.floor(2 * sticky + 0.5),
    "short": chains([1, 2, 3, 4], 0.6, 10),
    "heavy": chains([31, 32, 33], 0.3, 150) ** 3,
    "nearly a walk": chains([41, 42, 43, 44], 0.995, 300),
    "six": chains([51, 52], 0.0, 6),
}


def figures(x):
    return {
        "rhat": array_stats.rhat(x),
        "bulkEss": array_stats.ess(x, method="bulk"),
        "tailEss": array_stats.ess(x, method="tail", prob=(0.05, 0.95)),
        "meanEss": array_stats.ess(x, method="mean"),
        "sdEss": array_stats.ess(x, method="sd"),
        "tenthEss": array_stats.ess(x, method="quantile", prob=0.1),
        "mcseMean": array_stats.mcse(x, method="mean"),
        "mcseMedian": array_stats.mcse(x, method="median"),
        "mcseTenth": array_stats.mcse(x, method="quantile", prob=0.1),
        "ebfmi": array_stats.bfmi(x)[0],
    }


def weights(seed, count, power, r_eff):
    stream = Stream(seed)
    ratios = numpy.array([-power * math.log(1 - stream.uniform()) for _ in range(count)])
    log_weights, k = array_stats.psislw(-ratios, r_eff=r_eff)
    return {
        "seed": seed,
        "count": count,
        "power": power,
        "relativeEfficiency": r_eff,
        "k": float(k),
        "ess": float(1 / numpy.sum(numpy.exp(log_weights) ** 2)),
        "first": [float(value) for value in log_weights[:5]],
    }


golden = {
    "versions": {
        "arviz-stats": arviz_stats.__version__,
        "numpy": numpy.__version__,
        "scipy": scipy.__version__,
    },
    "chains": {name: {key: float(value) for key, value in figures(x).items()} for name, x in SETS.items()},
    "weights": [
        weights(seed, count, power, r_eff)
        for seed, count, power, r_eff in [(99, 1000, 0.5, 1.0), (7, 400, 0.2, 0.5), (8, 4000, 0.8, 1.4), (9, 120, 1.2, 1.0)]
    ],
}
print(json.dumps(golden, indent=1))
