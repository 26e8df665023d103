import { ConfigError } from './config.ts'

const BAD_CONFIGURATION = 78

/** Runs the main function of a process: a bad configuration ends in a sentence, anything else in its stack. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    const known = error instanceof ConfigError
    process.stderr.write(`${known ? error.message : ((error as Error).stack ?? String(error))}\n`)
    process.exit(known ? BAD_CONFIGURATION : 1)
  }
}
