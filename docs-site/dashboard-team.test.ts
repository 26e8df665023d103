import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { egressClient } from '@sec-latent/core/egress/client'
import { egressRules } from '@sec-latent/core/egress/rules'
import { type Receiver, startReceiver, TEST_CA } from '@sec-latent/core/egress/testing/receiver'
import { createLogger } from '@sec-latent/core/log'
import { sealer } from '@sec-latent/core/secrets/seal'
import { TEST_SEALING_KEYS } from '@sec-latent/core/testing/sealing-keys'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unwrap } from '../sdk/src/webhooks.ts'
import { startWebhooks } from '../workers/src/webhooks/deliver.ts'
import { CHROMIUM, QUIET } from './browser.ts'
import { type Mailbox, startMailbox } from './mailbox.ts'
import { type RunningApi, startApi } from './running-api.ts'
import { freePort, isBuilt, type RunningPortal, startPortal } from './running-portal.ts'

const PASSWORD = 'correct horse battery staple'
/** Only what hangs may fail by time. */
const PATIENCE_MS = 60_000
const missing = !isBuilt()
  ? ' (skipped: the portal is not built, run "npm run build -w docs-site")'
  : existsSync(CHROMIUM)
    ? ''
    : ` (skipped: no browser at ${CHROMIUM}, set CHROMIUM_PATH)`

describe.skipIf(missing !== '')(`webhooks, requests and members in a browser${missing}`, () => {
  let portal: RunningPortal
  let api: RunningApi
  let mailbox: Mailbox
  let receiver: Receiver
  let webhooks: ReturnType<typeof startWebhooks>
  let browser: Browser
  let context: BrowserContext
  let page: Page
  const complaints: string[] = []
  let answer = 500
  let secret = ''

  beforeAll(async () => {
    const port = await freePort()
    const egress = egressClient({ rules: egressRules({ ports: null, allowCidrs: '127.0.0.1' }), ca: TEST_CA })
    mailbox = await startMailbox()
    api = await startApi({ portalUrl: `http://127.0.0.1:${port}`, mailUrl: mailbox.url, egress })
    receiver = await startReceiver((_, response) => {
      response.writeHead(answer, { 'content-type': 'text/plain' }).end(`answer ${answer}`)
    })
    webhooks = startWebhooks({
      databaseUrl: api.databaseUrl,
      concurrency: 4,
      // No attempt follows by itself while the test runs, so that the one it asks for is told apart.
      schedule: [0, 3_600_000],
      sealer: sealer(TEST_SEALING_KEYS),
      egress,
      log: createLogger('workers', 'silent'),
    })
    portal = await startPortal(api, { port })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET })
    context = await browser.newContext()
    context.setDefaultTimeout(PATIENCE_MS)
    page = await context.newPage()
    page.on(
      'console',
      (message) =>
        message.type() === 'error' && complaints.push(`${message.text()} ${message.location().url}`),
    )
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(`${portal.url}/sign-up`)
    await page.getByLabel('Name').fill('Ann Example')
    await page.getByLabel('E-mail address').fill('ann@example.com')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Look in your mailbox' }).waitFor()
    await page.goto(await mailbox.linkTo('sign-in/verify', 'ann@example.com'))
    await button('Confirm and sign in').click()
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  })

  afterAll(async () => {
    await browser?.close()
    portal?.close()
    await webhooks?.stop()
    await api?.close()
    await Promise.all([receiver?.close(), mailbox?.close()])
  })

  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const dialog = () => page.getByRole('dialog')

  it('adds a webhook endpoint and shows its secret once', async () => {
    await page.goto(`${portal.url}/dashboard/webhooks`)
    await button('Add an endpoint').click()
    await dialog().getByLabel('Address').fill('https://127.0.0.1:1/')
    await dialog().getByLabel('api_key.expiring').check()
    await dialog().getByLabel('Address').fill(receiver.url)
    await button('Add endpoint').click()
    secret = await page.getByLabel('Signing secret', { exact: true }).inputValue()
    expect(secret).toMatch(/^whsec_/)
    await button('I have kept it').click()
    await page.getByLabel('Signing secret', { exact: true }).waitFor({ state: 'detached' })
    expect(await page.content()).not.toContain(secret)
    expect(complaints).toEqual([])
  })

  it('sends a test event and shows the attempt that failed, without a reload', async () => {
    await page.getByRole('link', { name: receiver.url }).click()
    await button('Send a test event').click()
    await page.getByRole('cell', { name: 'failed, is retried' }).waitFor()
    await page.getByRole('link', { name: 'webhook.test' }).click()
    await page.getByText('Attempt 1').waitFor()
    await page.getByText('answer 500').waitFor()
    expect(receiver.requests).toHaveLength(1)
    expect(complaints).toEqual([])
  })

  it('sends one delivery again, by keyboard, and the signature of what arrives holds', async () => {
    answer = 200
    await button('Send again').press('Enter')
    await page.getByText('Attempt 2').waitFor()
    await page.getByText('answer 200').waitFor()
    await page.getByText('succeeded', { exact: true }).waitFor()
    const [first, second] = receiver.requests
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    const event = await unwrap(second?.body ?? '', second?.headers ?? {}, secret)
    expect(event.type).toBe('webhook.test')
    expect(complaints).toEqual([])
  })

  it('checks that signature in the browser, and sends nothing for it', async () => {
    const received = receiver.requests[1]
    await page.getByRole('link', { name: 'Webhooks' }).first().click()
    await page.getByRole('link', { name: 'Check a signature' }).click()
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData()}`))
    await page.getByLabel('Headers').fill(JSON.stringify(received?.headers))
    await page.getByLabel('Body').fill(received?.body ?? '')
    await page.getByLabel('Signing secret', { exact: true }).fill(secret)
    await button('Check').click()
    await page.getByText('The signature holds').waitFor()
    await page.getByLabel('Body').fill(`${received?.body} `)
    await button('Check').click()
    await page.getByText('signature_mismatch').waitFor()
    expect(sent.filter((line) => line.includes('whsec_') || line.startsWith('POST'))).toEqual([])
    page.removeAllListeners('request')
  })

  it('sends the events of a time again', async () => {
    const before = receiver.requests.length
    await page.goto(`${portal.url}/dashboard/webhooks`)
    await page.getByRole('link', { name: receiver.url }).click()
    await button('Send events again').click()
    await dialog().getByLabel('Only what was given up').uncheck()
    await dialog().getByRole('button', { name: 'Send again' }).click()
    await page.getByText('One event is on its way again').waitFor()
    await expect.poll(() => receiver.requests.length, { timeout: PATIENCE_MS }).toBe(before + 1)
  })

  it('rotates the secret with an overlap, and pauses the endpoint', async () => {
    await button('Rotate secret').click()
    await dialog().getByRole('button', { name: 'Rotate', exact: true }).click()
    const next = await page.getByLabel('Signing secret', { exact: true }).inputValue()
    expect(next).not.toBe(secret)
    await page.getByText('Messages are signed with the secret before too').waitFor()
    const before = receiver.requests.length
    await button('Send a test event').click()
    await expect.poll(() => receiver.requests.length, { timeout: PATIENCE_MS }).toBe(before + 1)
    const { body = '', headers = {} } = receiver.requests.at(-1) ?? {}
    for (const one of [secret, next]) expect((await unwrap(body, headers, one)).type).toBe('webhook.test')
    await button('Pause').click()
    await button('Enable').waitFor()
    expect(await button('Send a test event').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('finds a request in the log, and hands out a command for it without a key', async () => {
    await page.goto(`${portal.url}/dashboard/keys`)
    await button('Create a key').click()
    await dialog().getByLabel('Name').fill('Nightly import')
    await button('Create key').click()
    const key = await page.getByLabel('API key', { exact: true }).inputValue()
    const ask = (path: string) => fetch(api.url + path, { headers: { authorization: `Bearer ${key}` } })
    await page.goto(`${portal.url}/dashboard/requests`)
    await page.getByText('No request in 30 days.').waitFor()
    expect((await ask('/v1/filings?limit=2')).status).toBe(200)
    const id = (await ask('/v1/filings/0000000000-25-000001')).headers.get('request-id') ?? ''
    await page.getByRole('link', { name: 'GET /v1/filings?limit=2' }).waitFor()
    await page.getByLabel('Status').selectOption('refused')
    await page.getByRole('link', { name: 'GET /v1/filings?limit=2' }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'GET /v1/filings/0000000000-25-000001' }).waitFor()
    await page.getByLabel('Find by request id').fill(`request_id=${id} status=404`)
    await page.keyboard.press('Enter')
    const command = page.getByRole('region', { name: 'Command' })
    await command.waitFor()
    expect(await command.textContent()).toContain('Bearer $LATENT_API_KEY')
    expect(page.url()).toBe(`${portal.url}/dashboard/requests/${id}`)
    expect(complaints).toEqual([])
  })

  it('invites a member, and withdraws the invitation', async () => {
    await page.goto(`${portal.url}/dashboard/members`)
    await page.getByText('the only owner').waitFor()
    await button('Invite a member').click()
    await dialog().getByLabel('E-mail address').fill('bob@example.com')
    await dialog().getByLabel('viewer').check()
    await dialog().getByRole('button', { name: 'Invite', exact: true }).click()
    await page.getByRole('cell', { name: 'bob@example.com', exact: true }).waitFor()
    expect(await mailbox.linkTo('invitations', 'bob@example.com')).toContain('#token=')
    await button('Withdraw the invitation of bob@example.com').click()
    await dialog().getByRole('button', { name: 'Withdraw' }).click()
    await page.getByRole('cell', { name: 'bob@example.com', exact: true }).waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
  })

  it('tells it all in the audit log, and checks the chain of it', async () => {
    await page.goto(`${portal.url}/dashboard/audit`)
    await page.getByRole('cell', { name: 'member.removed', exact: true }).waitFor()
    await page.getByLabel('Action').fill('member.invited')
    await page.keyboard.press('Enter')
    await page.getByRole('cell', { name: 'member.removed', exact: true }).waitFor({ state: 'detached' })
    await button(/^Details of event \d+, member.invited/).click()
    await dialog().getByText('bob@example.com').waitFor()
    await page.keyboard.press('Escape')
    await button('Check the whole log').click()
    await page.getByText('The log is whole and unaltered').waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), button('Download NDJSON').click()])
    expect(await readFile(await download.path(), 'utf8')).toContain('"object":"audit_proof"')
    expect(complaints).toEqual([])
  })

  it('asks for an erasure only when its name is typed, and takes it back', async () => {
    await page.goto(`${portal.url}/dashboard/privacy`)
    await button('Make an export').click()
    await page.getByRole('cell', { name: 'being made' }).waitFor()
    await button('Erase…').click()
    await dialog().getByLabel('About').selectOption('organisation')
    await dialog().getByRole('textbox').fill('something else')
    await button('Erase after the waiting time').click()
    await dialog().getByText('to go on').waitFor()
    await dialog().getByRole('textbox').fill("Ann Example's organisation")
    await page.keyboard.press('Enter')
    await page.getByRole('cell', { name: /^waits/ }).waitFor()
    await button('Cancel it: the erasure of the organisation').click()
    await page.getByRole('cell', { name: 'cancelled' }).waitFor()
    expect(complaints).toEqual([])
  })
})
