// A worker of bench/recovery.mjs: one market at a time.

export { scoredMarket as default } from './recovery/market.mjs'
