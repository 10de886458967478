#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { processIo } from './command-io.js'
import { exitCode } from './exit-code.js'
import { faultReport, runCommand } from './run-command.js'

// Less memory for a tenth more time: a fit and its report stay below 200 MB.
setFlagsFromString('--optimize-for-size')

const interrupt = new AbortController()

// A second Ctrl-C doesn't wait for the first to be heard everywhere.
process.on('SIGINT', () => (interrupt.signal.aborted ? process.exit(exitCode.interrupted) : interrupt.abort()))
process.on('SIGTERM', () => interrupt.abort())

// A reader that has seen enough (`| head`) closes the pipe: that ends the command, quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(exitCode.done)
})

// An error that nothing awaited is a fault of ours, too; Node would end with 1, which means wrong input.
process.on('uncaughtException', (error) => {
  process.stderr.write(faultReport(error, process.argv.slice(2)))
  process.exit(exitCode.ourFault)
})

process.exitCode = await runCommand(process.argv.slice(2), processIo(interrupt.signal))
