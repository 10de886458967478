import { inlineExecutor } from '../../src/execute/executor.js'
import { conformanceTasks, describeExecutor } from '../conformance/executor.js'

describeExecutor('inlineExecutor(tasks)', () => inlineExecutor(conformanceTasks))
