import { matrixFromColumns } from '../../src/numeric/linalg/matrix.js'

const tv = [40, 0, 0, 25, 60, 0, 0, 35, 0, 50, 20, 0, 0, 0, 45, 30, 0, 0, 55, 10]
const search = [8, 7.5, 6.9, 9.1, 10.4, 8.8, 7.2, 9, 7.7, 10.1, 9.6, 8.1, 7, 6.6, 9.4, 9.9, 8.3, 7.1, 10.8, 9.2]
const price = [10, 10, 9.5, 9.5, 10, 10.2, 10.2, 10, 9.8, 9.8, 9.5, 10, 10.3, 10.3, 10, 9.6, 9.6, 10.1, 9.9, 10]
const y = [
  201.2, 188.1, 179.4, 202.4, 219.8, 203.3, 186.9, 209.2, 192.7, 224.3, 225.7, 195, 179.2, 173.6, 214.9, 220.9, 201.5,
  187.2, 225, 216.1,
]
const adstocked = new Float64Array(20)
tv.forEach((value, t) => (adstocked[t] = value + (t > 0 ? 0.5 * adstocked[t - 1] : 0)))

/** Twenty periods of two collinear channels, a price and a trend: the small data set of the regression goldens. */
export const d20 = {
  y: Float64Array.from(y),
  adstocked,
  search: Float64Array.from(search),
  price: Float64Array.from(price),
  /** Constant, adstocked tv, search, price, trend. */
  x: matrixFromColumns([
    new Float64Array(20).fill(1),
    adstocked,
    Float64Array.from(search),
    Float64Array.from(price),
    Float64Array.from({ length: 20 }, (_, t) => t + 1),
  ]),
}
