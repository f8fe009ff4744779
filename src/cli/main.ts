import { CommanderError } from 'commander'
import { reason } from './errors'
import { createProgram } from './program'
import { settle } from './settle'

// Whoever reads the summaries may stop, as `head` does: then so do we.
process.stdout.on('error', () => process.exit(1))

const program = createProgram()
for (const command of [program, ...program.commands]) {
  command.exitOverride().configureOutput({ writeErr: () => {} })
}
program
  .parseAsync()
  .catch((error) => {
    // Asking for help or for the version ends here too.
    if (error instanceof CommanderError && error.exitCode === 0) return
    console.error(`isophote: ${reason(error).replace(/^error: /, '')}`)
    process.exitCode = 1
  })
  .then(settle)
