import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../api/src/testing/test-app.ts'
import { CHROMIUM, QUIET } from './browser.ts'
import { isBuilt, type RunningPortal, startPortal } from './running-portal.ts'

const built = isBuilt()
const notBuilt = built ? '' : ' (skipped: the portal is not built, run "npm run build -w docs-site")'
const noBrowser = existsSync(CHROMIUM) ? '' : ` (skipped: no browser at ${CHROMIUM}, set CHROMIUM_PATH)`

const ACCESSION = '0009900001-25-000001'
const PRIOR = '0009900001-24-000001'

const HOSTILE =
  '<img src=x onerror="document.title=1"><script>document.title=1</script> &amp; {{7*7}} </mark></p>'
const QUOTE = `Our robots 🤖 may fail.\n\nThey hold | 1,200 robots 🤖\n${HOSTILE}`
const OVERLAP = '1,200 robots 🤖'
const BUSINESS = 'Item 1. Business\n\nWe build robots 🤖 for harbors.\n\n'
const RISKS = `Item 1A. Risk Factors\n\nBefore it 🤖🤖.\n\n${QUOTE}\n\nAfter it.`
/** Longer than one part of a page. */
const LONG = `Item 7. Discussion\n\n${'A paragraph about harbors. 🤖 '.repeat(20).trim()}\n\n`.repeat(100)
const TEXT = `${BUSINESS}${RISKS}\n\n${LONG}`
const OLD_RISKS = 'Item 1A. Risk Factors\n\nBefore it 🤖🤖.\n\nOur cranes may fail.\n\nAfter it.'
const OLD_TEXT = `${BUSINESS}${OLD_RISKS}\n\n`

let api: TestApp
let portal: RunningPortal
let added: { signal: string; evidence: string }
let overlapping: { signal: string; evidence: string }

async function evidenceOf(signal: string): Promise<{ signal: string; evidence: string }> {
  const [row] = await api.sql<
    { id: string }[]
  >`select id from evidence where signal_id = ${signal} order by position`
  if (!row) throw new Error('no evidence')
  return { signal, evidence: row.id }
}

describe.skipIf(!built)(`pages about filings${notBuilt}`, () => {
  beforeAll(async () => {
    api = await testApp()
    await api.seed.filing({
      accession_number: PRIOR,
      accepted_at: '2024-02-20T21:05:00Z',
      period_of_report: '2023-12-31',
      text: OLD_TEXT,
      sections: [
        { section_key: '10k.item_1', start: 0, end: BUSINESS.length },
        { section_key: '10k.item_1a', start: BUSINESS.length, end: OLD_TEXT.length },
      ],
    })
    const filing = await api.seed.filing({
      accession_number: ACCESSION,
      text: TEXT,
      sections: [
        { section_key: '10k.item_1', start: 0, end: BUSINESS.length },
        { section_key: '10k.item_1a', start: BUSINESS.length, end: BUSINESS.length + RISKS.length + 2 },
        { section_key: '10k.item_7', start: BUSINESS.length + RISKS.length + 2, end: TEXT.length },
        { section_key: '10k.item_4', start: 0, end: 0, status: 'absent' },
      ],
    })
    const span = (quote: string) => ({ kind: 'text_span' as const, ...api.seed.span(filing, quote) })
    added = await evidenceOf(await api.seed.signal(filing, [span(QUOTE)]))
    overlapping = await evidenceOf(
      await api.seed.signal(filing, [span(OVERLAP)], { signal_type: 'tone_negative_pct', extractor: 'tone' }),
    )
    await api.seed.ledger(ACCESSION, {
      risk_factor_diff: ['ok_found'],
      going_concern: ['ok_none', 'no_substantial_doubt'],
      event_8k: ['not_applicable', 'form_type'],
    })
    await api.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = api.app.server.address() as AddressInfo
    const key = api.keys.live.key
    portal = await startPortal({ url: `http://127.0.0.1:${port}`, key }, { env: { PORTAL_API_KEY: key } })
  })

  afterAll(async () => {
    portal?.close()
    await api?.close()
  })

  const html = async (path: string) => {
    const response = await fetch(portal.url + path)
    return { status: response.status, text: await response.text() }
  }

  it('the key the server reads with is in no page', async () => {
    for (const path of ['/filings', `/filings/${ACCESSION}`, '/status', '/status.json']) {
      const { status, text } = await html(path)
      expect(status, path).toBe(200)
      expect(text, path).not.toContain(api.keys.live.key)
    }
  })

  it('without JavaScript an address with a signal opens the section it quotes, marked', async () => {
    const { text } = await html(`/filings/${ACCESSION}?signal=${added.signal}`)
    expect(text).toContain(`id="evidence-${added.evidence}"`)
    expect(text).toContain('filing-quote-current')
    expect(text).toContain('✓')
    expect(text).toMatch(/<meta property="og:title" content="[^"]*10-K of 2025-02-20/)
    expect(text).not.toContain('<img src=x')
  })

  it('an unknown filing is a 404, an address or number that was typed leads to its filing', async () => {
    expect((await html('/filings/0009900001-99-999999')).status).toBe(404)
    expect((await html('/filings/nonsense')).status).toBe(404)
    const url = encodeURIComponent(
      'https://www.sec.gov/Archives/edgar/data/9900001/000990000125000001/report.htm',
    )
    for (const path of [`/filings?q=${url}`, `/filings?q=${ACCESSION.replaceAll('-', '')}`]) {
      const { text } = await html(path)
      expect(text, path).toContain(ACCESSION)
    }
  })

  it('a problem of the API is a page with its code and the id of the request', async () => {
    const { text } = await html(`/filings/${ACCESSION}?as_of=tomorrow`)
    expect(text).toContain('/docs/errors/')
    expect(text).toMatch(/req_[0-9a-z]+/)
  })

  it('before it was accepted the filing is not there, and a year later it says what it is true for', async () => {
    expect((await html(`/filings/${ACCESSION}?as_of=2024-12-31T00:00:00Z`)).status).toBe(404)
    const { text } = await html(`/filings/${ACCESSION}?as_of=2026-02-20T00:00:00Z`)
    expect(text).toContain('As known at')
    expect(text).toContain('as_of=2026-02-20')
  })

  it('the ledger says what was found, what was not and why', async () => {
    const { text } = await html(`/filings/${ACCESSION}/processing`)
    for (const shown of ['Nothing there', 'Does not apply', 'risk_factor_diff', 'event_8k'])
      expect(text).toContain(shown)
  })

  it('the status page and its JSON say what was measured since when, and nothing before', async () => {
    const report = await (await fetch(`${portal.url}/status.json`)).json()
    expect(report.measured_since).toMatch(/^\d{4}-/)
    expect(report.components[0].probes).toBeGreaterThan(0)
    expect(report.components[0].last_24_hours[0].state).toBe('none')
    expect((await html('/status')).text).toContain('when it was started')
    expect((await html('/status/feed.xml')).text).toContain('<rss version="2.0"')
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
      await page.goto(portal.url + path)
      await page.waitForLoadState('networkidle')
    }

    /** What is marked as that piece of evidence, put together as a reader who copies it would have it. */
    const markedText = (evidence: string) =>
      page
        .locator(`[data-evidence~="${evidence}"]`)
        .evaluateAll((marks) => marks.map((mark) => mark.textContent).join(''))

    it('a signal is followed to its quote, and what is marked is the quote, character by character', async () => {
      await open(`/filings/${ACCESSION}?section=10k.item_1a`)
      expect(await page.locator('h1').count()).toBe(1)
      await page.locator(`#signal-${added.signal} a[href="#evidence-${added.evidence}"]`).click()
      await page.waitForFunction(
        (id) =>
          document.querySelector(`mark[data-evidence~="${id}"]`)?.classList.contains('filing-quote-current'),
        added.evidence,
      )
      expect(await markedText(added.evidence)).toBe(QUOTE)
      expect(await markedText(overlapping.evidence)).toBe(OVERLAP)
      expect(await page.locator(`mark[data-evidence~="${added.evidence}"]`).first().isVisible()).toBe(true)
      expect(complaints).toEqual([])
    })

    it('the text on the page is the text of the section, and hostile text stays text', async () => {
      await open(`/filings/${ACCESSION}?section=10k.item_1a`)
      expect(await page.locator('#filing-text').textContent()).toBe(`${RISKS}\n\n`)
      expect(await page.locator('#filing-text :is(img, script)').count()).toBe(0)
      expect(await page.title()).toContain('10-K')
      expect(complaints).toEqual([])
    })

    it('a fragment alone leads to the section in which the quote stands', async () => {
      await open(`/filings/${ACCESSION}?section=10k.item_7#evidence-${added.evidence}`)
      await page.waitForURL((url) => url.searchParams.get('evidence') === added.evidence)
      await page.locator(`mark[data-evidence~="${added.evidence}"]`).first().waitFor()
      expect(await markedText(added.evidence)).toBe(QUOTE)
    })

    it('a long section comes in parts that are its text when they are joined', async () => {
      await open(`/filings/${ACCESSION}?section=10k.item_7`)
      let text = ''
      for (;;) {
        text += (await page.locator('#filing-text').textContent()) ?? ''
        const next = page.locator('.filing-pager a', { hasText: 'Next' })
        if ((await next.count()) === 0) break
        await open((await next.getAttribute('href')) ?? '')
      }
      expect(text).toBe(LONG)
    })

    it('the comparison with the year before shows what was removed and what was added', async () => {
      await open(`/filings/${ACCESSION}/changes?section=10k.item_1a`)
      const removed = (await page.locator('.filing-passage del').allTextContents()).join(' ')
      const added = (await page.locator('.filing-passage ins').allTextContents()).join(' ')
      expect(removed).toContain('cranes')
      expect(added).toContain('robots')
      expect(added).toContain(HOSTILE)
      expect(complaints).toEqual([])
    })

    it('a section without an earlier one says why there is no comparison', async () => {
      await open(`/filings/${ACCESSION}/changes?section=10k.item_7`)
      expect(await page.locator('main').textContent()).toMatch(/req_[0-9a-z]+/)
    })
  })
})
