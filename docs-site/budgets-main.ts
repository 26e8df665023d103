import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runMain } from '@sec-latent/core/run-main'
import { type Browser, chromium, type Page } from 'playwright-core'
import { type ResultRow, report } from '../api/src/bench/report.ts'
import { CHROMIUM, QUIET } from './browser.ts'
import { type RunningApi, startApi } from './running-api.ts'
import { freePort, isBuilt, type RunningPortal, startPortal } from './running-portal.ts'

// npm run portal:budgets -- [--loads N] [--only guide,home] [--json]
// The built portal in a headless browser: each kind of page is opened with an empty cache, and what came over the wire is
// counted. Times are those of loopback on this machine.
const { values } = parseArgs({
  options: {
    loads: { type: 'string', default: '7' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const LOADS = Number(values.loads)
const KIB = 1024

interface Kind {
  name: string
  path: string
  /** Of JavaScript over the wire; undefined where no budget was set. */
  maxScriptKib?: number
}

function kindsOf({ accession_number }: RunningApi): Kind[] {
  return [
    { name: 'home', path: '/', maxScriptKib: 150 },
    { name: 'guide', path: '/docs/concepts/evidence', maxScriptKib: 150 },
    { name: 'reference', path: '/docs/reference/filings/listFilings', maxScriptKib: 200 },
    { name: 'error', path: '/docs/errors/filing_not_found', maxScriptKib: 150 },
    { name: 'signal', path: '/docs/signals/rf_added', maxScriptKib: 150 },
    { name: 'changelog', path: '/changelog', maxScriptKib: 150 },
    { name: 'filing', path: `/filings/${accession_number}` },
    { name: 'status', path: '/status' },
    { name: 'sign-in', path: '/sign-in' },
    { name: 'dashboard', path: '/dashboard' },
  ]
}

/** What one opening of a page cost, and what the browser had to complain about. */
interface Opening {
  status: number
  scriptBytes: number
  /** Until the load event, in milliseconds. */
  loadMs: number
  layoutShift: number
  violations: number
  errors: string[]
}

await runMain(async () => {
  if (!isBuilt()) throw new Error('The portal is not built: run "npm run build -w docs-site" first.')
  if (!existsSync(CHROMIUM)) throw new Error(`There is no browser at ${CHROMIUM}: set CHROMIUM_PATH.`)
  let api: RunningApi | undefined
  let portal: RunningPortal | undefined
  let browser: Browser | undefined
  try {
    // The API has to know the portal, and the portal the API.
    const port = await freePort()
    api = await startApi({ portalUrl: `http://127.0.0.1:${port}` })
    portal = await startPortal(api, { port })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET })
    const only = values.only?.split(',')
    const rows: ResultRow[] = []
    for (const kind of kindsOf(api)) {
      if (only && !only.includes(kind.name)) continue
      rows.push(...judge(kind, await openOften(browser, portal.url + kind.path)))
    }
    report('portal:budgets', rows, values.json)
  } finally {
    await browser?.close()
    portal?.close()
    await api?.close()
  }
})

/** The first opening warms the server up and is not counted. */
async function openOften(browser: Browser, url: string): Promise<Opening[]> {
  const openings: Opening[] = []
  for (let turn = 0; turn <= LOADS; turn++) openings.push(await open(browser, url))
  return openings.slice(1)
}

async function open(browser: Browser, url: string): Promise<Opening> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    const errors: string[] = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    const scripts = await countScripts(page)
    await page.addInitScript(watchPage)
    const response = await page.goto(url, { waitUntil: 'load' })
    await page.waitForLoadState('networkidle')
    const seen = await page.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      const { violations, layoutShift } = window as unknown as Watched
      return { loadMs: entry?.loadEventEnd ?? Number.NaN, violations, layoutShift }
    })
    return { ...seen, status: response?.status() ?? 0, scriptBytes: scripts(), errors }
  } finally {
    await context.close()
  }
}

interface Watched {
  violations: number
  layoutShift: number
}

/** Runs in the page, before its own scripts. */
function watchPage(): void {
  const watched = Object.assign(window as unknown as Watched, { violations: 0, layoutShift: 0 })
  document.addEventListener('securitypolicyviolation', () => {
    watched.violations += 1
  })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    })[]) {
      if (!entry.hadRecentInput) watched.layoutShift += entry.value
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Counts the bytes of scripts as they came over the wire, compressed, without headers. */
async function countScripts(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const scripts = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  return () => bytes
}

function judge({ name, maxScriptKib }: Kind, openings: Opening[]): ResultRow[] {
  const times = openings.map(({ loadMs }) => loadMs).sort((a, b) => a - b)
  const most = (of: (opening: Opening) => number) => Math.max(...openings.map(of))
  for (const error of new Set(openings.flatMap(({ errors }) => errors))) console.error(`${name}: ${error}`)
  return [
    { check: `${name}: status`, value: most(({ status }) => status), unit: '', at_most: 200 },
    {
      check: `${name}: JavaScript`,
      value: most(({ scriptBytes }) => scriptBytes) / KIB,
      unit: 'KiB gzip',
      at_most: maxScriptKib,
    },
    { check: `${name}: load p50`, value: at(times, 0.5), unit: 'ms' },
    { check: `${name}: load p95`, value: at(times, 0.95), unit: 'ms', at_most: 1_000 },
    {
      check: `${name}: layout shift`,
      value: most(({ layoutShift }) => layoutShift),
      unit: '',
      at_most: 0.01,
    },
    {
      check: `${name}: policy violations`,
      value: most(({ violations }) => violations),
      unit: '',
      at_most: 0,
    },
    { check: `${name}: console errors`, value: most(({ errors }) => errors.length), unit: '', at_most: 0 },
  ]
}

function at(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
