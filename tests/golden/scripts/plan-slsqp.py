"""Golden plans: expected profit over draws of Hill curves, maximised under a budget, bounds and limits on groups.

Python 3.11, SciPy 1.17.1, NumPy 2.4.6. Writes tests/golden/plan-slsqp.json. SLSQP from several starts, exact gradients, ftol 1e-15; problems with
slopes below 1 are concave, so every start ends at the same plan; the one with S-shapes keeps the best of 200 starts.
"""

import json
import pathlib

import numpy as np
from scipy.optimize import minimize

rng = np.random.default_rng(6)
MARGIN = 0.4


def problem(slopes, starts, group):
    channels = []
    for c in range(5):
        draws = [
            {"ceiling": round(float(rng.uniform(300, 1500)), 3), "half": round(float(rng.uniform(20, 150)), 3), "slope": round(float(rng.uniform(*slopes)), 3)}
            for _ in range(6)
        ]
        channels.append({"today": 50, "low": 10.0, "high": 120.0, "draws": draws})
    b, k, s = (np.array([[draw[key] for draw in channel["draws"]] for channel in channels]) for key in ("ceiling", "half", "slope"))
    budget = 240.0

    def loss(x):
        p = 1 / (1 + (k / x[:, None]) ** s)
        gain = MARGIN * (b * p).mean(axis=1)
        slope = MARGIN * (b * s * p * (1 - p) / x[:, None]).mean(axis=1)
        return x.sum() - gain.sum(), 1 - slope

    members = np.isin(np.arange(5), group["channels"]).astype(float)
    constraints = [
        {"type": "eq", "fun": lambda x: x.sum() - budget, "jac": lambda x: np.ones(5)},
        {"type": "ineq", "fun": lambda x: group["high"] - members @ x, "jac": lambda x: -members},
        {"type": "ineq", "fun": lambda x: members @ x - group["low"], "jac": lambda x: members},
    ]
    best = None
    for _ in range(starts):
        x = rng.uniform(10, 120, 5)
        found = minimize(loss, x, jac=True, method="SLSQP", bounds=[(10, 120)] * 5, constraints=constraints, options={"ftol": 1e-15, "maxiter": 500})
        feasible = abs(found.x.sum() - budget) < 1e-8 and group["low"] - 1e-8 <= members @ found.x <= group["high"] + 1e-8
        if feasible and (best is None or found.fun < best.fun):
            best = found
    return {"margin": MARGIN, "budget": budget, "group": group, "channels": channels, "money": best.x.tolist(), "profit": -best.fun}


problems = [
    problem((0.6, 1.0), 8, {"channels": [0, 1], "low": 0.0, "high": 80.0}),
    problem((0.6, 1.0), 8, {"channels": [2, 3, 4], "low": 180.0, "high": 400.0}),
    problem((1.2, 3.0), 200, {"channels": [1, 3], "low": 30.0, "high": 110.0}),
]
path = pathlib.Path(__file__).parents[1] / "plan-slsqp.json"
path.write_text(json.dumps(problems, indent=1) + "\n", encoding="utf-8")
