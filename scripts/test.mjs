// The whole suite in one command. Readable by an old Node up to the check, like start.mjs.
import { checkNode } from './install/node-version.mjs'

async function main() {
  checkNode()
  const { installMissing } = await import('./install/install-missing.mjs')
  installMissing()
  const { runChecks } = await import('./test/checks.mjs')
  process.exitCode = await runChecks()
}

main().catch((error) => {
  console.error(`\n${process.env.DEBUG ? error.stack : error.message}`)
  console.log('0 passed, 1 failed, 0 skipped')
  process.exit(1)
})
