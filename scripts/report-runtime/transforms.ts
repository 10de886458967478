// Operators that the report's drawings use; a test checks that none is missing.

import axisticks from 'vega-encode/src/AxisTicks.js'
import datajoin from 'vega-encode/src/DataJoin.js'
import encode from 'vega-encode/src/Encode.js'
import scale from 'vega-encode/src/Scale.js'
import sortitems from 'vega-encode/src/SortItems.js'
import stack from 'vega-encode/src/Stack.js'
import aggregate from 'vega-transforms/src/Aggregate.js'
import collect from 'vega-transforms/src/Collect.js'
import compare from 'vega-transforms/src/Compare.js'
import extent from 'vega-transforms/src/Extent.js'
import facet from 'vega-transforms/src/Facet.js'
import formula from 'vega-transforms/src/Formula.js'
import multiextent from 'vega-transforms/src/MultiExtent.js'
import multivalues from 'vega-transforms/src/MultiValues.js'
import prefacet from 'vega-transforms/src/PreFacet.js'
import proxy from 'vega-transforms/src/Proxy.js'
import relay from 'vega-transforms/src/Relay.js'
import sieve from 'vega-transforms/src/Sieve.js'
import values from 'vega-transforms/src/Values.js'
import bound from 'vega-view-transforms/src/Bound.js'
import mark from 'vega-view-transforms/src/Mark.js'
import overlap from 'vega-view-transforms/src/Overlap.js'
import render from 'vega-view-transforms/src/Render.js'
import viewlayout from 'vega-view-transforms/src/ViewLayout.js'

export const usedTransforms = {
  aggregate,
  axisticks,
  bound,
  collect,
  compare,
  datajoin,
  encode,
  extent,
  facet,
  formula,
  mark,
  multiextent,
  multivalues,
  overlap,
  prefacet,
  proxy,
  relay,
  render,
  scale,
  sieve,
  sortitems,
  stack,
  values,
  viewlayout,
}
