/**
 * Source files whose promises are kept by a test of another name: the test beside the smallest thing a reader would ask about.
 * Key: the source file; value: the test that would fail if it were wrong.
 */
export const testedElsewhere: Readonly<Record<string, string>> = {
  'src/decision/counterfactual/channel-effect.ts': 'tests/decision/counterfactual/response.test.ts',
  'src/decision/counterfactual/expected-outcome.ts': 'tests/decision/counterfactual/response.test.ts',
  'src/decision/counterfactual/outcome.ts': 'tests/decision/counterfactual/parts.test.ts',
  'src/decision/counterfactual/totals.ts': 'tests/decision/counterfactual/response.test.ts',
  'src/fit/regression/curvature.ts': 'tests/fit/regression/replicates.test.ts',
  'src/fit/regression/flat-directions.ts': 'tests/fit/regression/replicates.test.ts',
  'src/fit/regression/hyper-approximation.ts': 'tests/fit/regression/replicates.test.ts',
  'src/fit/regression/moves.ts': 'tests/fit/regression/replicates.test.ts',
  'src/fit/regression/starts.ts': 'tests/fit/regression/replicates.test.ts',
  'src/fit/regression/tasks.ts': 'tests/fit/regression/fit-regression.test.ts',
  'src/inference/sample/covariance-factor.ts': 'tests/inference/sample/hamiltonian-mover.test.ts',
  'src/model/density/channel-term.ts': 'tests/conformance/log-density.test.ts',
  'src/model/density/density-slots.ts': 'tests/conformance/log-density.test.ts',
  'src/model/density/density.ts': 'tests/conformance/log-density.test.ts',
  'src/model/density/draw-row.ts': 'tests/fit/regression/fit-regression.test.ts',
  'src/model/density/media-path.ts': 'tests/conformance/log-density.test.ts',
  'src/model/design/baseline-columns.ts': 'tests/model/design/linear-columns.test.ts',
  'src/model/design/build-channel.ts': 'tests/model/design/build-model.test.ts',
  'src/model/design/control-columns.ts': 'tests/model/design/linear-columns.test.ts',
  'src/model/design/draw-layout.ts': 'tests/model/design/build-model.test.ts',
  'src/model/design/event-columns.ts': 'tests/model/design/linear-columns.test.ts',
  'src/model/design/horizon.ts': 'tests/model/density/effect-target.test.ts',
  'src/model/design/row-days.ts': 'tests/model/design/linear-columns.test.ts',
  'src/model/design/smooth-basis.ts': 'tests/model/design/linear-columns.test.ts',
}
