import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runMain } from '@sec-latent/core/run-main'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type ResultRow, report } from '../../api/src/bench/report.ts'
import { CHROMIUM, QUIET } from '../browser.ts'
import { violationsOf } from './accessibility.ts'
import { allSteps, walk } from './journey.ts'
import { publicPages, routesWithout, sampleOf } from './pages.ts'
import { type Platform, startPlatform } from './platform.ts'
import { DESKTOP, PHONE } from './screenshots.ts'
import { dashboardPages, memberPages } from './signed-in-pages.ts'

// npm run portal:a11y -- [--only /docs/errors,/dashboard] [--most N] [--json]
// axe-core over every page of the portal, light, dark and on a phone: what links lead to, what nobody links to, and the dashboard of somebody
// who has used all of it.
const { values } = parseArgs({
  options: { only: { type: 'string' }, most: { type: 'string' }, json: { type: 'boolean', default: false } },
})
/** The phone too, because it shows other controls. */
const SCREENS = [
  { name: 'light', colorScheme: 'light', viewport: DESKTOP },
  { name: 'dark', colorScheme: 'dark', viewport: DESKTOP },
  { name: 'phone', colorScheme: 'light', viewport: PHONE },
] as const
const AT_ONCE = 2

await runMain(async () => {
  if (!existsSync(CHROMIUM)) throw new Error(`There is no browser at ${CHROMIUM}: set CHROMIUM_PATH.`)
  let platform: Platform | undefined
  let browser: Browser | undefined
  try {
    platform = await startPlatform()
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET })
    const context = await browser.newContext({
      viewport: DESKTOP,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const only = values.only?.split(',')
    const isWanted = (path: string) => !only || only.some((start) => path.startsWith(start))
    const open = sampleOf(
      (await publicPages(platform.portalUrl)).filter(isWanted),
      Number(values.most ?? Number.POSITIVE_INFINITY),
    )
    const found = new Map<string, string[]>()
    // Signed out, so that the pages of the account are what a visitor sees.
    await checkAll(context, platform.portalUrl, open, found)
    await walk(context, platform, { theme: 'light', steps: allSteps })
    const own = (await memberPages(context, platform)).filter(isWanted)
    await checkAll(context, platform.portalUrl, own, found)
    const uncovered = values.only ? [] : await routesWithout([...open, ...own])
    for (const route of uncovered) console.error(`no page of ${route} was looked at`)
    report('portal:a11y', rowsOf(found, open, own, uncovered), values.json)
  } finally {
    await browser?.close()
    await platform?.close()
  }
})

async function checkAll(
  context: BrowserContext,
  portalUrl: string,
  paths: readonly string[],
  found: Map<string, string[]>,
): Promise<void> {
  const waiting = [...paths]
  const lane = async () => {
    const page = await context.newPage()
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
      for (const [screen, violations] of await check(page, portalUrl + path)) {
        found.set(`${screen} ${path}`, violations)
        for (const one of violations) console.error(`${screen} ${path}: ${one}`)
      }
    await page.close()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}

async function check(page: Page, url: string): Promise<[string, string[]][]> {
  const seen: [string, string[]][] = []
  for (const { name, colorScheme, viewport } of SCREENS) {
    // Each in a page of its own: what is still being drawn in the other colours would be taken for a lack of contrast.
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(url, { waitUntil: 'load' })
    // Guides and filings are whole as they come; the rest asks for something first.
    if (!/\/(docs|filings|changelog)\b/.test(url)) await page.waitForLoadState('networkidle')
    seen.push([name, await violationsOf(page)])
  }
  return seen
}

function rowsOf(
  found: ReadonlyMap<string, string[]>,
  open: readonly string[],
  own: readonly string[],
  uncovered: readonly string[],
): ResultRow[] {
  const violations = (screen: string) =>
    [...found].flatMap(([page, list]) => (page.startsWith(`${screen} `) ? list : [])).length
  return [
    {
      check: 'pages without an account',
      value: open.length,
      unit: '',
      at_least: values.only || values.most ? 0 : 200,
    },
    { check: 'pages of an account', value: own.length, unit: '', at_least: values.only ? 0 : dashboardPages },
    { check: 'kinds of pages nobody looked at', value: uncovered.length, unit: '', at_most: 0 },
    ...SCREENS.map(({ name }) => ({
      check: `${name}: violations`,
      value: violations(name),
      unit: '',
      at_most: 0,
    })),
  ]
}
