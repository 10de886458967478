"""Files of other programs in tests/golden/data-forms, which the readers of Parquet and workbooks must take.

Made with Python 3.11, pyarrow 26.0.1, openpyxl 3.1.5, numpy 2.4.6: python data-forms.py
"""

import datetime
import decimal
import pathlib
import zipfile

import numpy as np
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl.utils.datetime import CALENDAR_MAC_1904

folder = pathlib.Path(__file__).parent.parent / "data-forms"
n = 6
days = [datetime.date(2024, 1, 1) + datetime.timedelta(days=7 * i) for i in range(n)]
times = [datetime.datetime(day.year, day.month, day.day) for day in days]

types = pa.table(
    {
        "day": pa.array(days),
        "before1970": pa.array([datetime.date(1907, 1, 1)] * n),
        "millis": pa.array(times, pa.timestamp("ms")),
        "micros": pa.array(times, pa.timestamp("us")),
        "nanos": pa.array(times, pa.timestamp("ns")),
        "zoned": pa.array([time - datetime.timedelta(hours=1) for time in times], pa.timestamp("ms", "Europe/Berlin")),
        "int64": pa.array([9007199254740993] * n),
        "uint64": pa.array([2**63 + 1] * n, pa.uint64()),
        "uint32": pa.array([2**32 - 1] * n, pa.uint32()),
        "int8": pa.array([-128] * n, pa.int8()),
        "decimal": pa.array([decimal.Decimal("1.15")] * n, pa.decimal128(10, 2)),
        "long_decimal": pa.array([decimal.Decimal("-12345678901234567890.123456789")] * n, pa.decimal128(38, 9)),
        "small_decimal": pa.array([decimal.Decimal("-0.05")] * n, pa.decimal128(9, 2)),
        "boolean": pa.array([True, False, None] * (n // 3)),
        "float16": pa.array(np.array([0.5] * n, dtype=np.float16)),
        "float32": pa.array([0.1] * n, pa.float32()),
        "float64": pa.array([0.1 + 0.2, 5e-324, 1.7976931348623157e308, float("nan"), None, -0.0]),
        "infinite": pa.array([float("inf")] * n),
        "text": pa.array([" a ", None, "Zürich", "", "1,5", "x"]),
        "category": pa.array(["x", "y"] * (n // 2)).dictionary_encode(),
        "list": pa.array([[1, 2]] * n),
        "group": pa.array([{"int64": 1.5}] * n),
        "fixed": pa.array([b"ab"] * n, pa.binary(2)),
        "time": pa.array([datetime.time(1)] * n),
    }
)
pq.write_table(types, folder / "types.parquet", row_group_size=4, compression="snappy", store_decimal_as_integer=True)
pq.write_table(types, folder / "types-plain.parquet", use_dictionary=False, compression="none", use_deprecated_int96_timestamps=True)
for codec in ["gzip", "brotli", "zstd", "lz4"]:
    page = "2.0" if codec in ("brotli", "zstd") else "1.0"
    pq.write_table(types, folder / f"types-{codec}.parquet", compression=codec, data_page_version=page, write_page_checksum=codec == "gzip")


def sheet(workbook):
    rows = workbook.active
    rows.title = "Data & more"
    rows.append(["day", "number", "boolean", "text", "moment"])
    for i, day in enumerate(days):
        rows.append([day, [0.1, 1234.5, 5e-324, -3, 1e21, None][i], i % 2 == 0, f" row {i} ", times[i]])
    return rows


workbook = openpyxl.Workbook()
sheet(workbook)
workbook.save(folder / "types.xlsx")

workbook = openpyxl.Workbook()
workbook.epoch = CALENDAR_MAC_1904
sheet(workbook)
workbook.save(folder / "from-1904.xlsx")
with zipfile.ZipFile(folder / "from-1904.xlsx") as source, zipfile.ZipFile(folder / "from-1904-true.xlsx", "w", zipfile.ZIP_DEFLATED) as target:
    for name in source.namelist():
        target.writestr(name, source.read(name).replace(b'date1904="1"', b'date1904="true"'))

workbook = openpyxl.Workbook()
rows = workbook.active
rows.append([])
rows.append([])
for row in [["day", "sales", "merged", "error", "formula", "late"]] + [[day, i + 1, 5, 6, 7, None] for i, day in enumerate(days)]:
    rows.append(row)
rows.merge_cells("C5:C7")
rows["D6"] = "#DIV/0!"
rows["E7"] = "=1+1"
rows["F8"] = datetime.datetime(2024, 1, 1, 13, 30)
workbook.create_sheet("2024").append(["a", "b"])
workbook.create_sheet("Empty")
workbook.save(folder / "marks.xlsx")
