import { noSaturation } from '../../../../src/model/transform/saturation/none.js'
import { saturationConformance } from '../../../conformance/transform.js'

saturationConformance(noSaturation, { ceiling: false, draw: () => [] })
