import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, QUIET } from './browser.ts'
import { type RunningApi, startApi } from './running-api.ts'
import { freePort, isBuilt, type RunningPortal, startPortal } from './running-portal.ts'
import { groups, operations, operationUrl } from './src/reference/operations.ts'

const built = isBuilt()
const notBuilt = built ? '' : ' (skipped: the portal is not built, run "npm run build -w docs-site")'
const noBrowser = existsSync(CHROMIUM) ? '' : ` (skipped: no browser at ${CHROMIUM}, set CHROMIUM_PATH)`

let portal: RunningPortal
let api: RunningApi
let browser: Browser
let page: Page
let complaints: string[]

function addressOf(operationId: string): string {
  const entry = operations.find(({ operation }) => operation.operationId === operationId)
  if (!entry) throw new Error(`no operation ${operationId}`)
  return operationUrl(entry)
}

/** Opens a page of the reference; the browser complains about what the page may not do. */
/** With EXPLORER_ALL every operation, else one of each method and tag. */
const opened = process.env.EXPLORER_ALL
  ? operations
  : groups.flatMap(({ operations: own }) =>
      own.filter(({ method }, i) => own.findIndex((one) => one.method === method) === i),
    )

async function visit(operationId: string): Promise<void> {
  await page?.close()
  page = await browser.newPage()
  complaints = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // Answers that are errors are what some of these tests ask for.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  await page.goto(portal.url + addressOf(operationId), { waitUntil: 'networkidle' })
}

async function open(operationId: string): Promise<void> {
  await visit(operationId)
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.locator('.explorer').waitFor()
}

async function answer(status: number): Promise<string> {
  const shown = page.locator(`.explorer-answer[data-status="${status}"]`)
  await shown.waitFor()
  return (await shown.textContent()) ?? ''
}

async function send(status: number): Promise<string> {
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  return await answer(status)
}

describe.skipIf(!built || noBrowser !== '')(`the explorer of the built portal${notBuilt}${noBrowser}`, () => {
  beforeAll(async () => {
    const port = await freePort()
    api = await startApi({ portalUrl: `http://127.0.0.1:${port}` })
    portal = await startPortal(api, { port })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET })
  })

  afterAll(async () => {
    await browser?.close()
    portal?.close()
    await api?.close()
  })

  it('opens operations filled in, each input with a label', async () => {
    for (const { operation } of opened) {
      await open(operation.operationId)
      const state = await page.locator('.explorer').evaluate((explorer) => {
        const inputs = [...explorer.querySelectorAll<HTMLInputElement>('input, select, textarea')]
        return {
          unlabelled: inputs.filter((input) => !input.labels?.length).map(({ id }) => id),
          empty: inputs.filter((input) => input.required && input.value === '').map(({ id }) => id),
          url: explorer.querySelector('.explorer-url')?.textContent ?? '',
        }
      })
      expect(state, operation.operationId).toMatchObject({ unlabelled: [], empty: [] })
      expect(state.url).toContain(api.url)
      expect(complaints, operation.operationId).toEqual([])
    }
  }, 1_800_000)

  it('sends a real request and shows status, cost, limits, request id and body; no key is kept', async () => {
    await open('getFiling')
    await page.getByLabel('accession_number').fill(api.accession_number)
    const text = await send(200)
    for (const shown of ['Time', 'Cost', 'burst: ', 'accession_number', api.accession_number])
      expect(text).toContain(shown)
    const request = page.locator('.explorer-answer a[href^="/dashboard/requests/req_"]')
    expect(await request.textContent()).toMatch(/^req_[0-9a-z]{26}$/)
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    )
    expect(kept).not.toContain('slp_')
    expect(page.url()).not.toContain('slp_')
    expect(complaints).toEqual([])
  })

  it('a list answers with a page, folded and unfolded by keyboard', async () => {
    await open('listFilings')
    await page.getByLabel('form_type').fill('')
    await send(200)
    const fold = page.locator('.json-fold').first()
    await fold.focus()
    await page.keyboard.press('Enter')
    expect(await fold.getAttribute('aria-expanded')).toBe('false')
  })

  it('an operation without a key answers too', async () => {
    await open('getHealth')
    expect(await page.getByLabel('Send with').count()).toBe(0)
    expect(await send(200)).toContain('status')
  })

  it.each([
    ['429', 429, 'rate_limited'],
    ['503', 503, 'unavailable'],
  ])(
    'scenario %s answers as the real thing, with the page of its problem',
    async (scenario, status, code) => {
      await open('listFilings')
      await page.getByLabel('Scenario').selectOption(scenario)
      await send(status)
      await page.locator('.explorer-answer').getByRole('link', { name: code }).click()
      await page.getByRole('heading', { level: 1, name: code }).waitFor()
    },
  )

  it('the slow scenario answers in the end', async () => {
    await open('listFilings')
    await page.getByLabel('Scenario').selectOption('slow-3s')
    expect(await send(200)).toContain('Time')
  })

  it('a key that is typed in lives in the page only, and a refused one says why', async () => {
    await open('listFilings')
    await page.getByLabel('Send with').selectOption('typed')
    await page.getByLabel('API key').fill('slp_test_typed')
    expect(await send(401)).toContain('invalid_key')
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    )
    expect(kept).not.toContain('slp_test_typed')
  })

  it('a change is asked about first, and sent only when it is confirmed', async () => {
    await open('createMonitor')
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/v1/monitors')) sent.push(request.url())
    })
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    expect(sent).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(sent).toEqual([])
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByRole('button', { name: 'Send it' }).click()
    await page.locator('.explorer-answer').waitFor()
    expect(sent).toHaveLength(1)
  })

  it('with a key that is not of the test mode a change needs a second word', async () => {
    await open('createMonitor')
    await page.getByLabel('Send with').selectOption('typed')
    await page.getByLabel('API key').fill('slp_live_typed')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    expect(await page.getByRole('button', { name: 'Send it' }).isDisabled()).toBe(true)
    await page.getByLabel(/changes a real account/).check()
    expect(await page.getByRole('button', { name: 'Send it' }).isDisabled()).toBe(false)
  })

  it('a body that the contract does not allow is explained while it is written', async () => {
    await open('verifyEvidence')
    await page.locator('#explorer-body').fill('{"text_sha256": "x", "start": -1}')
    const faults = page.locator('#explorer-body-error')
    await faults.getByText('quote').waitFor()
    expect(await faults.textContent()).toContain('start must be at least 0')
  })

  it('the stream opens, and stops when it is told to', async () => {
    await open('streamChanges')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await answer(200)
    await page.getByText(/^Open, /).waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText(/^Ended, /).waitFor()
    expect(complaints).toEqual([])
  })

  it('the request can be copied in every language, the key left to the environment', async () => {
    await open('listSignals')
    await page.getByText('Copy this request as').click()
    for (const [language, words] of [
      ['curl', `curl --fail-with-body '${api.url}/v1/signals?`],
      ['sdk', 'client.signals.list('],
      ['fetch', 'await fetch('],
      ['python', 'urllib.request.Request('],
      ['go', 'http.NewRequest('],
    ] as const) {
      await page.locator('#explorer-language').selectOption(language)
      const code = (await page.locator('.explorer figure pre').last().textContent()) ?? ''
      expect(code).toContain(words)
      expect(code).toContain('LATENT_API_KEY')
      expect(code).not.toContain(api.key)
    }
  })

  it('an API that does not answer is reported as such', async () => {
    await open('listFilings')
    await page.route(`${api.url}/**`, (route) => route.abort())
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page
      .locator('.explorer-answer[data-status="none"]')
      .getByText('No answer', { exact: true })
      .waitFor()
  })

  it('the language that was chosen is open on the next page, and pages can be read without scripts', async () => {
    await visit('listFilings')
    await page.locator('label[for=sample-python]').click()
    await page.goto(portal.url + addressOf('listSignals'))
    expect(await page.locator('#sample-python').isChecked()).toBe(true)
    const context = await browser.newContext({ javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto(portal.url + addressOf('listFilings'))
    await plain.locator('label[for=sample-curl]').click()
    // biome-ignore lint/performance/useDomNodeTextContent: what is shown counts, not what is in the page
    expect(await plain.locator('.reference-aside').innerText()).toContain(
      'Authorization: Bearer $LATENT_API_KEY',
    )
    expect(await plain.getByRole('button', { name: 'Try it' }).isVisible()).toBe(false)
    await context.close()
  })

  it('a link to a field that is folded away shows the field', async () => {
    await visit('listSignals')
    await page.goto(`${page.url()}#field.answer.data.evidence`)
    await page.locator('[id="field.answer.data.evidence"]').waitFor()
    expect(await page.locator('[id="field.answer.data.evidence"]').isVisible()).toBe(true)
  })

  it.each([
    ['/docs/reference/openapi.yaml', 'openapi: "3.1.0"'],
    ['/docs/reference/workflows.arazzo.json', '"workflowId":"quickStart"'],
    ['/docs/reference/postman.json', 'v2.1.0/collection.json'],
    ['/docs/reference/filings/listFilings.md', '## Example answer'],
  ])('%s can be downloaded', async (path, words) => {
    const response = await fetch(portal.url + path)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain(words)
  })
})
