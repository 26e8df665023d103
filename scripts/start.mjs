// The one command. This file must be readable by an old Node, so that it can say what is wrong with it: everything
// newer is behind the dynamic imports.
import { checkNode } from './install/node-version.mjs'

async function main() {
  checkNode()
  const { parseArguments, HELP } = await import('./start/arguments.mjs')
  const options = parseArguments(process.argv.slice(2), process.env)
  if (options.help) {
    console.log(HELP)
    return
  }
  const { installMissing } = await import('./install/install-missing.mjs')
  installMissing()
  const { register } = await import('tsx/esm/api')
  register()
  const { run } = await import('./start/run.ts')
  await run(options)
}

main().catch((error) => {
  // One sentence for whoever types the command; the stack is for whoever works on this file.
  console.error(`\n${process.env.DEBUG ? error.stack : error.message}`)
  process.exit(1)
})
