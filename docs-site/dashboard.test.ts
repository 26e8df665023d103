import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer as createPageServer } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { issueInvoices } from '@sec-latent/core/billing/store'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Mailbox, startMailbox } from './mailbox.ts'
import { type RunningApi, startApi } from './running-api.ts'

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
const PASSWORD = 'correct horse battery staple'
/** Only what hangs may fail by time. */
const PATIENCE_MS = 60_000

// The folder that next.config.mjs builds into.
const built = process.env.PORTAL_DIST || '.next'
const server = join(import.meta.dirname, built, 'standalone', 'docs-site', 'server.js')
const missing = !existsSync(server)
  ? ' (skipped: the portal is not built, run "npm run build -w docs-site")'
  : existsSync(CHROMIUM)
    ? ''
    : ` (skipped: no browser at ${CHROMIUM}, set CHROMIUM_PATH)`

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

describe.skipIf(missing !== '')(`the dashboard in a browser${missing}`, () => {
  let portal: ChildProcess
  let base: string
  let api: RunningApi
  let mailbox: Mailbox
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let complaints: string[]
  let key = ''

  beforeAll(async () => {
    const port = await freePort()
    base = `http://127.0.0.1:${port}`
    mailbox = await startMailbox()
    api = await startApi({ portalUrl: base, mailUrl: mailbox.url })
    portal = spawn(process.execPath, [server], {
      env: { ...process.env, PORT: String(port), HOSTNAME: '127.0.0.1', NEXT_PUBLIC_API_URL: api.url },
      stdio: 'ignore',
    })
    const isHealthy = () =>
      fetch(`${base}/api/health`).then(
        (response) => response.ok,
        () => false,
      )
    while (!(await isHealthy())) await new Promise((resolve) => setTimeout(resolve, 100))
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET })
    context = await browser.newContext()
    context.setDefaultTimeout(PATIENCE_MS)
    page = await context.newPage()
    complaints = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
  })

  afterAll(async () => {
    await browser?.close()
    portal?.kill()
    await api?.close()
    await mailbox?.close()
  })

  const ask = (path: string, secret: string) =>
    fetch(api.url + path, { headers: { authorization: `Bearer ${secret}` } })
  const button = (name: string | RegExp) => page.getByRole('button', { name })

  it('signs somebody up with the keyboard alone, and the link of the mail signs them in', async () => {
    await page.goto(`${base}/sign-up`)
    await page.getByLabel('Name').focus()
    await page.keyboard.type('Ann Example')
    await page.keyboard.press('Tab')
    await page.keyboard.type('ann@example.com')
    await page.keyboard.press('Tab')
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Look in your mailbox' }).waitFor()

    await page.goto(await mailbox.linkTo('sign-in/verify', 'ann@example.com'))
    await button('Confirm and sign in').waitFor()
    expect(page.url()).not.toContain('token')
    await button('Confirm and sign in').press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
    await page.getByText('Create a key').first().waitFor()
    expect(complaints).toEqual([])
  })

  it('keeps the session where no script can read it', async () => {
    const cookie = (await context.cookies(api.url)).find(({ name }) => name.endsWith('session_token'))
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
    expect(await page.evaluate(() => document.cookie)).not.toContain('session_token')
  })

  it('makes a key that works, shows it once and keeps it nowhere', async () => {
    await page.goto(`${base}/dashboard/keys`)
    await button('Create a key').click()
    await page.getByRole('dialog').getByLabel('Name').fill('Nightly import')
    await button('Create key').click()
    const field = page.getByLabel('API key', { exact: true })
    key = await field.inputValue()
    expect(key).toMatch(/^slp_test_/)
    expect((await ask('/v1/filings?limit=1', key)).status).toBe(200)
    expect(
      await page.evaluate(() =>
        JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
      ),
    ).not.toContain('slp_')
    await button('I have kept it').click()
    await field.waitFor({ state: 'detached' })
    expect(await page.content()).not.toContain(key)
    expect(complaints).toEqual([])
  })

  it('shows its requests in the usage, without a reload', async () => {
    await page.goto(`${base}/dashboard/usage`)
    const requests = page
      .locator('.d-figure')
      .filter({ has: page.getByText('Requests', { exact: true }) })
      .locator('.d-figure-value')
    await expect.poll(() => requests.textContent(), { timeout: PATIENCE_MS }).toBe('1')
    await ask('/v1/filings?limit=2', key)
    await ask('/v1/filings/0000000000-25-000001', key)
    await expect.poll(() => requests.textContent(), { timeout: PATIENCE_MS }).toBe('3')
    const bar = page.locator('.d-chart-bar[tabindex="0"]')
    await bar.focus()
    expect(await bar.getAttribute('aria-label')).toContain('Nightly import')
    await button('As a table').press('Enter')
    await page.getByRole('cell', { name: /Nightly import/ }).waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), button('Download CSV').click()])
    const [, row] = (await readFile(await download.path(), 'utf8')).split('\r\n')
    expect(row).toMatch(/,Nightly import …\w{4},3,0,1$/)
    expect(complaints).toEqual([])
  })

  it('rotates the key with an overlap that begins with the first use of the new secret', async () => {
    await page.goto(`${base}/dashboard/keys`)
    await button('Rotate Nightly import').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate', exact: true }).click()
    const next = await page.getByLabel('API key', { exact: true }).inputValue()
    expect(next).not.toBe(key)
    expect((await ask('/v1/filings?limit=1', key)).status).toBe(200)
    expect((await ask('/v1/filings?limit=1', next)).status).toBe(200)
    expect((await ask('/v1/filings?limit=1', key)).status).toBe(200)
    await page.getByText(/works on/).waitFor()
    key = next
  })

  it('revokes the key only for whoever types its name', async () => {
    await button('Revoke Nightly import').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('nightly')
    await dialog.getByRole('button', { name: 'Revoke for good' }).click()
    await dialog.getByText('to go on').waitFor()
    expect((await ask('/v1/filings?limit=1', key)).status).toBe(200)
    await dialog.getByRole('textbox').fill('Nightly import')
    await page.keyboard.press('Enter')
    await page.getByRole('cell', { name: 'revoked' }).waitFor()
    await expect.poll(async () => (await ask('/v1/filings?limit=1', key)).status).toBe(401)
    expect(complaints).toEqual([])
  })

  it('changes the plan and the budget, and says what it will cost', async () => {
    await page.goto(`${base}/dashboard/billing`)
    await button('Change plan').click()
    await page.getByLabel(/^Build/).check()
    await page.getByText('In force at once').waitFor()
    await button('Change to Build').click()
    await page.locator('.d-plan', { hasText: 'Build' }).waitFor()
    await button('Change budget').click()
    await page.getByRole('dialog').getByRole('textbox').fill('12.50')
    await page.getByText('15,625 units').waitFor()
    await button('Save').click()
    await page.getByText('$12.50').waitFor()
    expect(complaints).toEqual([])
  })

  it('hands out the PDF of an invoice', async () => {
    await api.sql`update organisations set created_at = '2026-01-01'`
    await issueInvoices(api.sql, new Date('2026-10-02T00:00:00Z'), async () => {})
    await page.goto(`${base}/dashboard/billing`)
    await button('Lines of September 2026').click()
    await page.getByRole('dialog').getByText('Total').waitFor()
    await page.keyboard.press('Escape')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button('PDF of September 2026').click(),
    ])
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-')
    expect(complaints).toEqual([])
  })

  it('refuses what another page sends with the cookie', async () => {
    const evil = createPageServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end('<title>Elsewhere</title>'),
    )
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve))
    // The same site, so that the browser does send the cookie; only the origin is another one.
    const other = await context.newPage()
    await other.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`)
    const refused = other.waitForResponse((response) => response.request().method() === 'POST')
    await other.evaluate(
      (address) => fetch(address, { method: 'POST', mode: 'no-cors', credentials: 'include' }),
      `${api.url}/v1/explorer-keys`,
    )
    // Without the cookie it would be 401: it was sent, and the page that sent it was refused.
    expect((await refused).status()).toBe(403)
    await other.close()
    evil.closeAllConnections()
    await new Promise((resolve) => evil.close(resolve))
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Billing' }).waitFor()
  })

  it('leads whoever signs out back to where they were', async () => {
    await button('Sign out').click()
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await page.goto(`${base}/dashboard/keys`)
    await page.getByLabel('E-mail address').fill('ann@example.com')
    await page.getByLabel('Password', { exact: true }).fill('not the password at all')
    await button(/^Sign in$/).click()
    await page.getByText('is not right').waitFor()
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await button(/^Sign in$/).click()
    await page.getByRole('heading', { level: 1, name: 'Keys' }).waitFor()
  })
})
