import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runMain } from '@sec-latent/core/run-main'
import { type BrowserContext, chromium } from 'playwright-core'
import { median, type ResultRow, report } from '../../api/src/bench/report.ts'
import { CHROMIUM, QUIET } from '../browser.ts'
import { freePort } from '../running-portal.ts'
import { firstSteps, walk } from './journey.ts'
import {
  type Audited,
  CATEGORIES,
  FORM_FACTORS,
  type FormFactor,
  loadLighthouse,
} from './lighthouse/lighthouse.ts'
import { type Platform, startPlatform } from './platform.ts'

// npm run portal:lighthouse -- [--runs N] [--only guide,status] [--form mobile|desktop] [--json]
// Lighthouse's own scores for one page of each kind, the dashboard as somebody who is signed in sees it. The median of several
// runs counts, because the speed of a page in one run is also that of the machine.
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    form: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const WANTED = 95
const PAGES: Record<string, string> = {
  guide: '/docs/concepts/evidence',
  reference: '/docs/reference/filings/listFilings',
  filing: '/filings/0009980001-25-000003',
  status: '/status',
  dashboard: '/dashboard',
}

await runMain(async () => {
  if (!existsSync(CHROMIUM)) throw new Error(`There is no browser at ${CHROMIUM}: set CHROMIUM_PATH.`)
  const audit = await loadLighthouse()
  const profile = await mkdtemp(join(tmpdir(), 'sec-latent-lighthouse-'))
  let platform: Platform | undefined
  let context: BrowserContext | undefined
  try {
    platform = await startPlatform()
    const port = await freePort()
    // Lighthouse opens its pages in the profile itself, so that whoever signs in here is signed in there.
    context = await chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM,
      args: [...QUIET, `--remote-debugging-port=${port}`],
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await walk(context, platform, { theme: 'light', steps: firstSteps })
    const only = values.only?.split(',') ?? Object.keys(PAGES)
    const rows: ResultRow[] = []
    for (const form of FORM_FACTORS.filter((one) => !values.form || one === values.form))
      for (const name of only) rows.push(...(await rowsOf(platform, { name, form, port })))
    report('portal:lighthouse', rows, values.json)
  } finally {
    await context?.close()
    await platform?.close()
    await rm(profile, { recursive: true, force: true })
  }

  async function rowsOf(
    { portalUrl }: Platform,
    { name, form, port }: { name: string; form: FormFactor; port: number },
  ): Promise<ResultRow[]> {
    const runs: Audited[] = []
    for (let turn = 0; turn < Number(values.runs); turn++)
      runs.push(await audit(portalUrl + PAGES[name], { port, form }))
    for (const loss of new Set(runs.flatMap(({ losses }) => losses)))
      console.error(`${form} ${name}: ${loss}`)
    return CATEGORIES.map((category) => ({
      check: `${form}, ${name}: ${category}`,
      value: median(runs.map(({ scores }) => scores[category])),
      unit: 'of 100',
      at_least: WANTED,
    }))
  }
})
