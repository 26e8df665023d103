import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, QUIET } from './browser.ts'
import { type RunningApi, startApi } from './running-api.ts'
import { freePort, isBuilt, type RunningPortal, startPortal } from './running-portal.ts'
import { problems } from './src/problem-pages.ts'
import { contract, operations, operationUrl } from './src/reference/operations.ts'

const built = isBuilt()
const notBuilt = built ? '' : ' (skipped: the portal is not built, run "npm run build -w docs-site")'
const noBrowser = existsSync(CHROMIUM) ? '' : ` (skipped: no browser at ${CHROMIUM}, set CHROMIUM_PATH)`

let portal: RunningPortal
let base: string
let api: RunningApi

describe.skipIf(!built)(`the built portal${notBuilt}`, () => {
  beforeAll(async () => {
    // The API has to know the portal, and the portal the API.
    const port = await freePort()
    api = await startApi({ portalUrl: `http://127.0.0.1:${port}` })
    portal = await startPortal(api, { port })
    base = portal.url
  })

  afterAll(async () => {
    portal?.close()
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
    const waiting = ['/', '/docs', '/changelog', ...pages]
    const known = new Map<string, number>(waiting.map((page) => [page, 0]))
    const follow = async () => {
      for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
        const response = await fetch(base + page)
        known.set(page, response.status)
        const html = response.headers.get('content-type')?.includes('text/html') ? await response.text() : ''
        for (const [, link = ''] of html.matchAll(/ href="(\/[^"#?]*)/g)) {
          if (known.has(link) || link.startsWith('/_next/')) continue
          known.set(link, 0)
          waiting.push(link)
        }
      }
    }
    await Promise.all(Array.from({ length: 4 }, follow))
    expect([...known].filter(([, status]) => status !== 200)).toEqual([])
  }, 900_000)

  it('serves each page as Markdown', async () => {
    const [operation] = operations
    const guide = await fetch(`${base}/docs/quick-start.md`)
    expect(guide.headers.get('content-type')).toContain('text/markdown')
    expect(await guide.text()).toContain('# Quick start')
    expect(await (await fetch(`${base}/docs.md`)).text()).toContain('# What this is')
    const reference = await (await fetch(`${base}/docs/reference.md`)).text()
    expect(reference).toContain(operation?.path)
    const errors = await (await fetch(`${base}/docs/errors.md`)).text()
    for (const { code } of problems) expect(errors).toContain(code)
    expect(await (await fetch(`${base}/docs/concepts/plans.md`)).text()).toContain('| Free | Build |')
    expect(await (await fetch(`${base}/llms-full.txt`)).text()).toContain('# Quick start')
    expect(await (await fetch(`${base}/skill.md`)).text()).toContain(api.url)
  })

  it('finds guides, operations, fields, codes and signals by search', async () => {
    const search = async (query: string): Promise<{ kind: string; url: string }[]> =>
      (await fetch(`${base}/api/search?query=${encodeURIComponent(query)}`)).json()
    const first = async (query: string) => (await search(query))[0]
    expect(await first('cursor_expired')).toMatchObject({ url: '/docs/errors/cursor_expired' })
    expect((await first('listFilings'))?.url).toMatch(/\/listFilings$/)
    expect(await first('text_sha256')).toMatchObject({ kind: 'Field' })
    expect(await first('rf_added')).toMatchObject({ url: '/docs/signals/rf_added' })
    expect((await search('quick start')).map(({ url }) => url)).toContain('/docs/quick-start')
    expect((await fetch(`${base}/api/search?query=${'a'.repeat(101)}`)).status).toBe(400)
  })

  it('the feed of the changelog is Atom and leads to the entries of the page', async () => {
    const feed = await fetch(`${base}/changelog.xml`)
    expect(feed.headers.get('content-type')).toContain('application/atom+xml')
    const page = await (await fetch(`${base}/changelog`)).text()
    const ids = [...(await feed.text()).matchAll(/<id>[^<]*#([^<]+)<\/id>/g)].map(([, id]) => id)
    expect(ids.length).toBeGreaterThan(2)
    for (const id of ids) expect(page).toContain(`id="${id}"`)
  })

  it('every page has a policy with a nonce of its own, which its scripts carry', async () => {
    const nonces = new Set<string>()
    for (const path of [
      '/',
      '/docs/quick-start',
      '/docs/errors/invalid_key',
      '/changelog',
      '/no-such-page',
    ]) {
      const response = await fetch(base + path)
      const policy = response.headers.get('content-security-policy') ?? ''
      const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic'(?:;|$)/.exec(policy)?.[1] ?? ''
      expect(nonce.length, path).toBeGreaterThan(16)
      expect(policy).not.toContain('unsafe')
      expect(policy).toContain(`connect-src 'self' ${api.url}`)
      const html = await response.text()
      const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
      expect(scripts.length, path).toBeGreaterThan(0)
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
      expect(html, path).not.toMatch(/<[^>]+\sstyle="/)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(5)
  })

  it('headers of every answer keep browsers from guessing, framing and telling', async () => {
    for (const path of ['/', '/openapi.json', '/api/health', '/icon.svg']) {
      const { headers } = await fetch(base + path)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('x-frame-options'), path).toBe('DENY')
      expect(headers.get('strict-transport-security'), path).toContain('max-age=')
      expect(headers.get('permissions-policy'), path).toContain('camera=()')
      expect(headers.get('x-powered-by'), path).toBeNull()
    }
  })

  it('serves no map of its scripts, no file of the repository and no list of a folder', async () => {
    const html = await (await fetch(`${base}/docs/quick-start`)).text()
    const scripts = [...html.matchAll(/<script\b[^>]*\ssrc="([^"]+)"/g)].map(([, path = '']) => path)
    expect(scripts.length).toBeGreaterThan(0)
    const paths = [
      ...scripts.map((path) => `${path.split('?', 1)[0]}.map`),
      ...[
        '/.git/config',
        '/.env',
        '/package.json',
        '/next.config.mjs',
        '/server.js',
        '/_next/',
        '/_next/static/',
      ],
      ...['/docs/..%2f..%2fpackage.json', '/icon.svg/../.env', '/_next/static/../server.js'],
    ]
    for (const path of paths) {
      const response = await fetch(base + path, { redirect: 'manual' })
      expect([308, 400, 404], path).toContain(response.status)
    }
    const script = await (await fetch(base + scripts[0])).text()
    expect(script).not.toContain('sourceMappingURL')
  })

  it('the form at the foot of a page leads back to it, and takes no other page and no other site', async () => {
    const answer = async (page: string, site = 'same-origin') =>
      await fetch(`${base}/api/feedback`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'sec-fetch-site': site },
        body: new URLSearchParams({ page, helped: 'yes' }),
      })
    const taken = await answer('/docs/quick-start')
    expect(taken.status).toBe(303)
    expect(taken.headers.get('location')).toBe('/docs/quick-start#thanks')
    expect((await answer('https://elsewhere.example/')).status).toBe(400)
    expect((await answer('/docs/quick-start', 'cross-site')).status).toBe(403)
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

    async function open(path: string, options: BrowserContextOptions = {}): Promise<void> {
      await page?.context().close()
      const context = await browser.newContext(options)
      page = await context.newPage()
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

    const reference = (operationId: string): string => {
      const entry = operations.find(({ operation }) => operation.operationId === operationId)
      if (!entry) throw new Error(`the contract has no ${operationId}`)
      return operationUrl(entry)
    }

    it.each([
      ['/', 'SEC filings and their signals'],
      ['/docs/quick-start', 'Quick start'],
      ['/docs/concepts/plans', 'Plans and limits'],
      ['/docs/signals', 'Signal catalogue'],
      ['/docs/errors/filing_not_found', 'filing_not_found'],
      ['/changelog', 'Changelog'],
    ])('%s has one main part with one heading, and nothing goes wrong', async (path, heading) => {
      await open(path)
      const headings = await page.locator('h1').allTextContents()
      expect(headings).toHaveLength(1)
      expect(await page.locator('main').count()).toBe(1)
      expect(headings[0]).toContain(heading)
      expect(complaints).toEqual([])
    })

    it('a guide reads without scripts, tree and code included', async () => {
      await open('/docs/quick-start', { javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
      const tree = page.getByRole('navigation', { name: 'Guides' })
      expect(await tree.getByRole('link', { name: 'Time', exact: true }).isVisible()).toBe(false)
      await tree.getByText('Guides', { exact: true }).click()
      expect(await tree.getByRole('checkbox', { name: 'Guides' }).isChecked()).toBe(true)
      await tree.getByRole('link', { name: 'Time', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'Time' }).waitFor()
      expect(await page.locator('pre .token-function').count()).toBeGreaterThan(0)
      expect(await page.getByRole('button', { name: 'Search' }).isVisible()).toBe(false)
    })

    it('the first Tab leads to the content', async () => {
      await open('/docs/quick-start')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    })

    it('the search opens, chooses and leads by keys alone', async () => {
      await open('/')
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').waitFor()
      await page.keyboard.type('invalid_key')
      await page.getByRole('option', { name: 'invalid_key' }).first().waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: 'invalid_key' }).waitFor()
      expect(complaints).toEqual([])
    })

    it('a chosen theme is there when the page comes, before any script', async () => {
      await open('/docs', { colorScheme: 'light' })
      const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
      const light = await background()
      await page.getByRole('button', { name: 'Switch between light and dark' }).click()
      const dark = await background()
      expect(dark).not.toBe(light)
      const html = await (await page.context().request.get(`${base}/docs`)).text()
      expect(html).toContain('<html lang="en" data-theme="dark"')
      await page.reload()
      expect(await background()).toBe(dark)
    })

    it('code is copied by its button', async () => {
      await open('/docs/quick-start', { permissions: ['clipboard-read', 'clipboard-write'] })
      await page.getByRole('button', { name: 'Copy', exact: true }).first().click()
      await page.locator('[data-copied="done"]').waitFor()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('npm start')
    })

    it('every input of the explorer has a label', async () => {
      await open(reference('listFilings'))
      await page.getByRole('button', { name: 'Try it' }).click()
      await page.getByRole('button', { name: 'Send', exact: true }).waitFor()
      const unlabelled = await page
        .locator('.explorer :is(input, select, textarea)')
        .evaluateAll((inputs) => inputs.filter((input) => !(input as HTMLInputElement).labels?.length).length)
      expect(unlabelled).toBe(0)
      expect(complaints).toEqual([])
    })

    it('the explorer sends a real request and shows what came back, and the key stays out of the browser', async () => {
      await open(reference('getFiling'))
      await page.getByRole('button', { name: 'Try it' }).click()
      await page.getByLabel(/^accession_number/).fill(api.accession_number)
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      const answer = page.locator('.explorer-answer')
      await answer.waitFor()
      const text = (await answer.textContent()) ?? ''
      expect(await answer.getAttribute('data-status'), text).toBe('200')
      expect(text).toContain(api.accession_number)
      expect(text).toContain('Cost')
      const stored = await page.evaluate(() => JSON.stringify([window.localStorage, window.sessionStorage]))
      expect(stored).not.toContain('slp_')
      expect(complaints).toEqual([])
    })
  })
})
