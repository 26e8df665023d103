import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runMain } from '@sec-latent/core/run-main'
import manifest from '../../sdk/package.json' with { type: 'json' }
import { measureBehaviours } from './behaviours/run.ts'
import { installAll } from './install.ts'
import { measureBundles } from './measure/bundle.ts'
import { measureInstalls } from './measure/install.ts'
import { measureOverhead } from './measure/overhead.ts'
import { measureTypes } from './measure/types.ts'
import { PAGE, pageOf } from './page.ts'
import { REASONS } from './reasons.ts'
import { asJson, type Judged, printed } from './report.ts'
import { isAccepted, type Row, verdictOf } from './verdict.ts'

// npm run sdk:compare -- [--rounds N] [--only bundle,install,types,overhead,behaviours] [--folder DIR] [--write-page] [--json]
// Our SDK as it would be published beside those of others, in the versions of packages.json. They are installed below a temporary
// folder, or below --folder, where the next run finds them. Rounds are those of the compiler; calls are measured in six times as many.
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: 'bundle,install,types,overhead,behaviours' },
    folder: { type: 'string' },
    'write-page': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const CALL_ROUNDS = 6

await runMain(async () => {
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a number from 1')
  const home = values.folder ?? (await mkdtemp(join(tmpdir(), 'sdk-compare-')))
  await mkdir(home, { recursive: true })
  for (const old of ['packed', 'ours']) await rm(join(home, old), { recursive: true, force: true })
  try {
    const installations = await installAll(home, manifest.version)
    const versions = installations.map(({ peer, version }) => `${peer.package} ${version}`)
    console.log(`${versions.join(', ')}; Node ${process.version}`)

    const measures: Record<string, () => Promise<Row[]>> = {
      bundle: () => measureBundles(installations),
      install: () => measureInstalls(installations),
      types: () => measureTypes(installations, rounds),
      overhead: () => measureOverhead(installations, rounds * CALL_ROUNDS),
      behaviours: () => measureBehaviours(installations),
    }
    const judged: Judged[] = []
    for (const name of values.only.split(',')) {
      const measure = measures[name]
      if (!measure) throw new Error(`--only knows ${Object.keys(measures).join(', ')}`)
      const rows = (await measure()).map((row) => ({ ...row, verdict: verdictOf(row, REASONS[row.id]) }))
      process.stdout.write(printed(rows))
      judged.push(...rows)
    }
    const accepted = judged.every(({ verdict }) => isAccepted(verdict))
    if (values['write-page'] && accepted) await writeFile(PAGE, pageOf(judged, installations, new Date()))
    else if (values['write-page']) console.log('\nThe page was not written.')
    if (values.json) console.log(asJson(judged))
    if (!accepted) process.exitCode = 1
  } finally {
    if (!values.folder) await rm(home, { recursive: true, force: true })
  }
})
