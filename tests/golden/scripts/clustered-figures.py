"""Golden numbers of tests/simulate/scoring/clustered.test.ts: statsmodels 0.15.0, numpy, on Python 3.

An intercept alone, with cluster-robust standard errors (G / (G - 1)) and Student's quantile for G - 1 degrees of freedom; Wilson's interval
for a share with the number of independent observations that would have that standard error.
"""

import numpy as np
import statsmodels.api as sm
from statsmodels.stats.proportion import proportion_confint

clusters = np.array([0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 4])
values = np.array([0.2, 0.5, -0.3, 1.1, 0.9, 0.0, -0.4, 0.2, 0.1, 0.7, 0.8, -1.2])
shares = np.array([1, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 0])


def intercept(y):
    model = sm.OLS(y, np.ones((len(y), 1)))
    return model.fit(cov_type="cluster", cov_kwds={"groups": clusters, "df_correction": True}, use_t=True)


mean = intercept(values)
print("mean", mean.params[0], mean.conf_int()[0])
share = intercept(shares)
p = share.params[0]
effective = p * (1 - p) / share.bse[0] ** 2
print("share", p, effective, proportion_confint(p * effective, effective, method="wilson"))
print("all of 4 clusters", proportion_confint(4, 4, method="wilson"))
