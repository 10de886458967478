// The public surface: names only. Everything else may change without notice.

export { InputError, NumericalError, type InputIssue } from './check/errors.js'
export { inlineExecutor, type Executor, type Observer, type TaskTable } from './execute/executor.js'
export { nodeExecutor, type NodeExecutor, type NodeExecutorOptions } from './app/workers/node-executor.js'

export { readTable } from './data/ingest/read-csv.js'
export { readJson } from './data/ingest/read-json.js'
export { readParquet } from './data/ingest/read-parquet.js'
export { readXlsx, type ReadXlsxOptions } from './data/ingest/read-xlsx.js'
export { pivotLong, type LongLayout } from './data/table/pivot-long.js'
export { fromDanfo, type DanfoFrame, type FromDanfoOptions } from './data/ingest/from-danfo.js'
export { assembleDataset } from './data/table/assemble-dataset.js'
export { auditDataset, type AuditOptions } from './data/audit/audit-dataset.js'
export type { Assembly, AssemblyRequest } from './data/table/assembly.js'
export type { AggregateRule, ColumnUse, Dataset, Finding, MissingRule } from './data/table/dataset.js'
export type { CellFault, RawTable } from './data/table/raw-table.js'
export type { PeriodKind } from './data/calendar/period.js'

export { parseSpec, type ParseSpecOptions } from './model/spec/parse-spec.js'
export { columnUses } from './model/spec/column-uses.js'
export { specJsonSchema } from './model/spec/json-schema.js'
export { resolvedDefaults } from './model/spec/describe-defaults.js'
export type { ResolvedDefault } from './model/spec/assumption.js'
export type { ChannelSpec, Spec } from './model/spec/spec.js'
export type { Prior } from './model/prior/prior.js'
export { buildModel } from './model/design/build-model.js'
export type { Model, ModelChannel } from './model/design/model.js'
export { identifiability, type IdentifiabilityReport } from './model/identify/identifiability.js'
export { reverseCausality, type ReverseCausalityReport } from './model/identify/reverse-causality.js'
export { priorBeliefs, type PriorBeliefs } from './model/identify/prior-beliefs.js'

export { fitRegression, type RegressionOptions, type RegressionResult } from './fit/regression/fit-regression.js'
export { regressionTasks } from './fit/regression/tasks.js'
export { fitOls } from './fit/regression/ols.js'
export { joinFit, type JoinFitOptions } from './fit/artefact/join-fit.js'
export { decodeFit, encodeFit, type FitFiles } from './fit/artefact/fit-files.js'
export { version } from './fit/artefact/version.js'
export type { Diagnostics, Draws, Fingerprint, Fit, Timing } from './fit/fit.js'
export type { RegressionTable } from './numeric/regression/regression-table.js'

export { createOutcome, outcomeOf, type Outcome, type Window } from './decision/counterfactual/outcome.js'
export { expectedOutcome, type Plan } from './decision/counterfactual/expected-outcome.js'
export { analyseFit, type FitAnalysis } from './decision/summary/fit-analysis.js'
export { buildSummary } from './decision/summary/build-summary.js'
export { buildReportData } from './decision/summary/report-data.js'
export type { Estimate, SeriesEstimate } from './numeric/stats/estimate.js'
export type { Returns } from './decision/estimate.js'
export type {
  AdstockCurve,
  ChannelSummary,
  CurvePoint,
  NamedPlan,
  ReportData,
  ResponseCurve,
  Summary,
  TradeOff,
  TradeOffResult,
} from './decision/results.js'

export { renderReport, type RenderReportOptions } from './present/report/render-report.js'
export { readRuntime } from './app/report/read-runtime.js'
export { contributionsTable } from './present/table/contributions-table.js'
export { returnsTable } from './present/table/returns-table.js'
export { curvesTable } from './present/table/curves-table.js'
export { seriesTable } from './present/table/series-table.js'
export { plansTable, tradeOffTable } from './present/table/trade-off-table.js'
export { toDanfo, type DanfoCell, type DanfoFrameOptions, type DanfoModule } from './present/table/to-danfo.js'
export type { Cell, Column, Table } from './present/table/table.js'
export { actualFittedChart } from './present/chart/actual-fitted.js'
export { contributionsChart } from './present/chart/contributions.js'
export { returnsChart } from './present/chart/returns.js'
export { responseCurvesChart } from './present/chart/response-curves.js'
export { budgetTradeOffChart, channelTradeOffChart } from './present/chart/trade-off.js'
export { darkTheme, lightTheme, type Theme } from './present/chart/theme.js'
export type { Chart } from './present/chart/chart.js'
export { chartPng, type ChartPngOptions } from './app/picture/chart-png.js'
