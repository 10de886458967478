"""Exact RESET statistics (powers 2 and 3) of the Lydia Pinkham regressions. Python 3.11, mpmath 1.4.1 with 60 digits; prints them."""

import csv
import pathlib

from mpmath import lu_solve, matrix, mp, mpf

mp.dps = 60
path = pathlib.Path(__file__).parents[3] / "datasets/lydia-pinkham.csv"
rows = [[int(cell) for cell in row] for row in list(csv.reader(path.open()))[1:]]
advertising = [mpf(row[1]) for row in rows]
sales = [mpf(row[2]) for row in rows]
one = [mpf(1)] * 54


def fit(columns, y):
    x = matrix(len(y), len(columns))
    for j, column in enumerate(columns):
        for i, value in enumerate(column):
            x[i, j] = value
    fitted = x * lu_solve(x.T * x, x.T * matrix(y))
    return sum((y[i] - fitted[i]) ** 2 for i in range(len(y))), list(fitted)


def reset(columns, y):
    restricted, fitted = fit(columns, y)
    free, _ = fit(columns + [[v**2 for v in fitted], [v**3 for v in fitted]], y)
    return mp.nstr((restricted - free) / 2 / (free / (len(y) - len(columns) - 2)), 16)


print("static", reset([one, advertising], sales))
print("koyck", reset([one[1:], advertising[1:], sales[:-1]], sales[1:]))
print("ardl", reset([one[1:], advertising[1:], sales[:-1], advertising[:-1]], sales[1:]))
