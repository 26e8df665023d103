import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApi, startApi } from './running-api.ts'
import { contract, listOperations } from './src/contract.ts'
import { problems } from './src/problem-pages.ts'

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const isBuilt = existsSync(join(import.meta.dirname, '.next', 'standalone', 'docs-site', 'server.js'))
const notBuilt = isBuilt ? '' : ' (skipped: the portal is not built, run "npm run build -w docs-site")'
const noBrowser = existsSync(CHROMIUM) ? '' : ` (skipped: no browser at ${CHROMIUM}, set CHROMIUM_PATH)`

let portal: ChildProcess
let base: string
let api: RunningApi

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}

async function untilHealthy(): Promise<void> {
  const deadline = Date.now() + 20_000
  while (Date.now() < deadline) {
    const healthy = await fetch(`${base}/api/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (healthy) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the portal did not become healthy within 20 seconds')
}

describe.skipIf(!isBuilt)(`the built portal${notBuilt}`, () => {
  beforeAll(async () => {
    api = await startApi()
    const port = await freePort()
    base = `http://127.0.0.1:${port}`
    portal = spawn(process.execPath, [join(import.meta.dirname, 'start.mjs')], {
      env: {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        NEXT_PUBLIC_API_URL: api.url,
        EXPLORER_TEST_KEY: api.key,
      },
      stdio: 'ignore',
    })
    await untilHealthy()
  })

  afterAll(async () => {
    portal?.kill()
    await api?.close()
  })

  it('has a page at the type of every problem', async () => {
    for (const { code, title } of problems) {
      const response = await fetch(`${base}/docs/errors/${code}`)
      expect(response.status, code).toBe(200)
      expect(await response.text(), code).toContain(title.replaceAll("'", '&#x27;'))
    }
  })

  it('serves the contract it was built with, unchanged', async () => {
    expect(await (await fetch(`${base}/openapi.json`)).json()).toEqual(contract)
  })

  it('has no link to a page that does not exist', async () => {
    const index = await (await fetch(`${base}/llms.txt`)).text()
    const pages = [...index.matchAll(/\]\((\/docs\/[^)]+)\.md\)/g)].map(([, path]) => path ?? '')
    expect(pages.length).toBeGreaterThan(30)
    const waiting = ['/', '/docs', ...pages]
    const known = new Map<string, number>()
    for (const page of waiting) {
      const response = await fetch(base + page)
      known.set(page, response.status)
      const html = await response.text()
      for (const [, link = ''] of html.matchAll(/ href="(\/[^"#?]*)/g)) {
        if (known.has(link) || link.startsWith('/_next/')) continue
        const { status } = await fetch(base + link)
        known.set(link, status)
      }
    }
    expect([...known].filter(([, status]) => status !== 200)).toEqual([])
  })

  it('serves each page as Markdown', async () => {
    const [operation] = listOperations()
    const guide = await fetch(`${base}/docs/quick-start.md`)
    expect(guide.headers.get('content-type')).toContain('text/markdown')
    expect(await guide.text()).toContain('# Quick start')
    const reference = await (await fetch(`${base}/docs/reference.md`)).text()
    expect(reference).toContain(operation?.path)
    const errors = await (await fetch(`${base}/docs/errors.md`)).text()
    for (const { code } of problems) expect(errors).toContain(code)
  })

  it('finds a problem code and an operation by search', async () => {
    const search = async (query: string): Promise<{ url: string }[]> =>
      (await fetch(`${base}/api/search?query=${query}`)).json()
    expect((await search('cursor_expired')).map(({ url }) => url)).toContain('/docs/errors/cursor_expired')
    expect((await search('listFilings')).some(({ url }) => url.endsWith('/listFilings'))).toBe(true)
  })

  describe.skipIf(noBrowser)(`in a browser${noBrowser}`, () => {
    let browser: Browser
    let page: Page
    let complaints: string[]

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET })
    })

    afterAll(async () => {
      await browser?.close()
    })

    async function open(path: string): Promise<void> {
      await page?.close()
      page = await browser.newPage()
      complaints = []
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('request', (request) => {
        const { origin } = new URL(request.url())
        if (origin !== base && origin !== api.url && origin !== 'null')
          complaints.push(`request to ${origin}`)
      })
      await page.goto(base + path)
      await page.waitForLoadState('networkidle')
    }

    it.each([
      ['/', 'SEC filings and their signals'],
      ['/docs/quick-start', 'Quick start'],
      ['/docs/signals', 'Signal catalogue'],
      ['/docs/errors/filing_not_found', 'filing_not_found'],
    ])('%s has one main part with one heading, and nothing goes wrong', async (path, heading) => {
      await open(path)
      const headings = await page.locator('h1').allTextContents()
      expect(headings).toHaveLength(1)
      expect(await page.locator('main').count()).toBe(1)
      expect(headings[0]).toContain(heading)
      expect(complaints).toEqual([])
    })

    it('every input of a reference page has a label', async () => {
      await open('/docs/reference/filings/listFilings')
      await page.locator('summary').first().click()
      const unlabelled = await page
        .locator('.explorer :is(input, select, textarea)')
        .evaluateAll((inputs) => inputs.filter((input) => !(input as HTMLInputElement).labels?.length).length)
      expect(unlabelled).toBe(0)
      expect(complaints).toEqual([])
    })

    it('an API that does not answer is reported as such', async () => {
      await open('/docs/reference/filings/listFilings')
      await page.getByText('Server and command').click()
      await page.getByLabel('API base URL').fill(`http://127.0.0.1:${await freePort()}`)
      await page.getByRole('button', { name: 'Try it' }).click()
      await page.getByRole('alert').filter({ hasText: 'No answer' }).waitFor()
    })

    it('"Try it" sends a real request and shows what came back, and the key stays out of localStorage', async () => {
      await open('/docs/reference/filings/getFiling')
      await page.getByLabel('accession_number').fill(api.accession_number)
      await page.getByRole('button', { name: 'Try it' }).click()
      const answer = page.locator('.explorer-answer')
      await answer.waitFor()
      expect(await answer.getAttribute('data-status'), (await answer.textContent()) ?? '').toBe('200')
      const text = await answer.textContent()
      for (const shown of [
        'request-id',
        'latent-cost',
        'ratelimit',
        `"accession_number": "${api.accession_number}"`,
      ]) {
        expect(text).toContain(shown)
      }
      expect(await page.evaluate(() => JSON.stringify(window.localStorage))).not.toContain('slp_')
      expect(complaints).toEqual([])
    })

    it('a typed key lives in the tab, and a refused one leads to the page of its problem', async () => {
      await open('/docs/reference/filings/getFiling')
      await page.getByLabel('API key').fill('slp_test_typed')
      await page.getByLabel('accession_number').fill(api.accession_number)
      await page.getByRole('button', { name: 'Try it' }).click()
      const answer = page.locator('.explorer-answer')
      await answer.waitFor()
      expect(await answer.getAttribute('data-status')).toBe('401')
      expect(await page.evaluate(() => Object.values(window.sessionStorage))).toEqual(['slp_test_typed'])
      await answer.getByRole('link', { name: 'invalid_key' }).click()
      await page.getByRole('heading', { level: 1, name: 'invalid_key' }).waitFor()
    })
  })
})
