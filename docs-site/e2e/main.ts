import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runMain } from '@sec-latent/core/run-main'
import { type Browser, chromium } from 'playwright-core'
import { type ResultRow, report } from '../../api/src/bench/report.ts'
import { CHROMIUM, QUIET } from '../browser.ts'
import { watchComplaints } from './complaints.ts'
import { allSteps, lastSteps, walk } from './journey.ts'
import { type Platform, startPlatform } from './platform.ts'
import { ARTEFACTS, DESKTOP } from './screenshots.ts'

// npm run test:e2e -- [--theme light|dark] [--json]
// Everything as `npm start` brings it up, and one person who goes through it with the keyboard alone: from signing up to the
// invoice. Once with a light screen, once with a dark one.
const { values } = parseArgs({
  options: { theme: { type: 'string' }, json: { type: 'boolean', default: false } },
})
const THEMES = (['light', 'dark'] as const).filter((theme) => !values.theme || values.theme === theme)

const COMPLAINTS = {
  console: 'errors in the console',
  page: 'uncaught errors',
  policy: 'violations of the content security policy',
}

await runMain(async () => {
  if (!existsSync(CHROMIUM)) throw new Error(`There is no browser at ${CHROMIUM}: set CHROMIUM_PATH.`)
  let platform: Platform | undefined
  let browser: Browser | undefined
  try {
    platform = await startPlatform()
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET })
    const rows: ResultRow[] = []
    for (const theme of THEMES) rows.push(...(await journeyRows(browser, platform, theme)))
    console.log(`\nPictures are in ${ARTEFACTS}`)
    report('test:e2e', rows, values.json)
  } finally {
    await browser?.close()
    await platform?.close()
  }
})

async function journeyRows(
  browser: Browser,
  platform: Platform,
  theme: 'light' | 'dark',
): Promise<ResultRow[]> {
  const context = await browser.newContext({
    colorScheme: theme,
    viewport: DESKTOP,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const complaints = await watchComplaints(context)
  const outcome = await walk(context, platform, { theme, steps: [...allSteps, ...lastSteps] }).catch(
    (error: Error) => error,
  )
  await context.close()
  for (const line of Object.values(complaints).flat()) console.error(`${theme}: ${line}`)
  if (outcome instanceof Error) console.error(outcome.stack)
  const steps = outcome instanceof Error ? [] : outcome.steps
  return [
    { check: `${theme}: the journey`, value: steps.length > 0 ? 1 : 0, unit: 'completed', at_least: 1 },
    ...steps.map(({ name, seconds }) => ({ check: `${theme}: ${name}`, value: seconds, unit: 's' })),
    ...Object.entries(complaints).map(([kind, lines]) => ({
      check: `${theme}: ${COMPLAINTS[kind as keyof typeof COMPLAINTS]}`,
      value: (lines as string[]).length,
      unit: '',
      at_most: 0,
    })),
    ...(outcome instanceof Error
      ? []
      : [{ check: `${theme}: pictures`, value: outcome.screenshots, unit: '' }]),
  ]
}
