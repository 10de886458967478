import { noAdstock } from '../../../../src/model/transform/adstock/none.js'
import { adstockConformance } from '../../../conformance/transform.js'
import { checkGoldenSeries, goldenMedia } from '../../../support/adstock-golden.js'

adstockConformance(noAdstock, { lengths: [1, 8], draw: () => [] })

checkGoldenSeries(noAdstock, { parameters: [], length: 1, before: 7, out: goldenMedia })
