"""Nationwide public holidays 2010 to 2030 and the starts of Ramadan and Easter, for tests/data/calendar/holidays.

Python 3, holidays 0.109 (MIT), hijridate 2.6.0 (MIT), python-dateutil 2.9.0. Prints the JSON of
tests/golden/public-holidays.json. Countries whose list in the package differs from the law by design are left out:
ES and CH (holidays moved or kept by region), AE, SA, TR (days as announced on a sighting of the moon).
The Dutch Liberation Day is added in the years in which the package, unlike the calendar, drops it.
"""

import json
from datetime import date

from dateutil.easter import easter
from hijridate import Hijri
from holidays import country_holidays

YEARS = range(2010, 2031)
COUNTRIES = {
    "AT": {},
    "DE": {},
    "FR": {},
    "GB": {"subdiv": "ENG"},
    "IT": {},
    "NL": {},
    "PL": {},
    "US": {"observed": False},
}


def days(country, options):
    dates = set(country_holidays(country, years=YEARS, language="en_US", **options))
    if country == "NL":
        dates |= {date(year, 5, 5) for year in YEARS}
    if country == "IT":  # National Unity Day: a working day, held on a Sunday
        dates -= {
            day
            for day, name in country_holidays("IT", years=YEARS, language="en_US").items()
            if name == "National Unity Day"
        }
    return {str(year): " ".join(day.strftime("%m-%d") for day in sorted(dates) if day.year == year) for year in YEARS}


print(
    json.dumps(
        {
            "publicHolidays": {country: days(country, options) for country, options in COUNTRIES.items()},
            "easter": {str(year): easter(year).strftime("%m-%d") for year in range(1961, 2031)},
            "ramadan": {str(year): Hijri(year, 9, 1).to_gregorian().isoformat() for year in range(1420, 1463)},
            "dhuAlHijja": {str(year): Hijri(year, 12, 1).to_gregorian().isoformat() for year in range(1420, 1463)},
        },
        indent=1,
    )
)
