import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { checkSubmission } from '@sec-latent/core/edgar/byte-checks'
import { parseIndex } from '@sec-latent/core/edgar/indexes'
import { parseLatestFilings } from '@sec-latent/core/edgar/latest-filings'
import { parseEdgarUrl } from '@sec-latent/core/edgar/urls'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { matches } from './faults.ts'
import { inventedSubmission, layDown } from './invented-filings.ts'
import { type Mirror, startMirror } from './mirror.ts'

const corpus = resolve(process.env.EDGAR_CORPUS ?? resolve(import.meta.dirname, '../../../../shared/edgar'))

const form4 = {
  accession_number: '0001111111-24-000007',
  form_type: '4',
  filed: '20240215',
  accepted: '20240215190000',
  filers: [
    { role: 'ISSUER', cik: '0001234567', name: 'EXAMPLE HOLDINGS INC' },
    { role: 'REPORTING-OWNER', cik: '0007654321', name: 'M\u00fcller & Sons' },
  ],
}
const older = {
  accession_number: '0001234567-23-000003',
  filed: '20231229',
  text: 'Long enough. '.repeat(200),
}
const loose = '0001234567-22-000001'

const folder = mkdtempSync(join(tmpdir(), 'edgar-mirror-'))
let mirror: Mirror

function write(path: string, bytes: string | Buffer): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), bytes)
}

beforeAll(async () => {
  layDown(folder, form4)
  write('Archives/edgar/Feed/2023/QTR4/20231229.nc/one.nc.gz', gzipSync(inventedSubmission(older)))
  write(
    'submissions/CIK0001234567.json',
    JSON.stringify({
      cik: '1234567',
      name: 'Example Holdings Inc.',
      filings: {
        recent: {
          accessionNumber: [loose, '0001234567-22-000002', older.accession_number],
          filingDate: ['2022-05-05', '2022-05-06', '2023-12-29'],
          form: ['10-K', '10-Q', '8-K'],
          primaryDocument: ['report.htm', 'not-held.htm', 'report.txt'],
        },
      },
    }),
  )
  write('Archives/edgar/data/1234567/000123456722000001/report.htm', '<html>An annual report</html>')
  write('Archives/edgar/daily-index/2024/QTR1/master.20240102.idx.gz', gzipSync('recorded\n'))
  write('expected/peer/a.txt', inventedSubmission({ accession_number: '0009999999-24-000001' }))
  write('submissions/CIK0000000009.json', 'not JSON')
  mirror = await startMirror({ directory: folder })
})
afterAll(async () => {
  await mirror.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => mirror.clearFaults())

const get = (path: string, init?: RequestInit) => fetch(`${mirror.url}${path}`, init)
const text = async (path: string) => (await get(path)).text()

/** Without the URL clean-up of a client. */
function rawGet(path: string): Promise<number> {
  const { port } = new URL(mirror.url)
  return new Promise((done, reject) => {
    request({ host: '127.0.0.1', port, path }, (response) => {
      response.resume()
      done(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

describe('a submission', () => {
  it.each([
    '/Archives/edgar/data/1234567/000111111124000007/0001111111-24-000007.txt',
    '/Archives/edgar/data/1234567/0001111111-24-000007.txt',
    '/Archives/edgar/data/7654321/0001111111-24-000007.txt',
    '/Archives/edgar/data/7654321/000111111124000007/0001111111-24-000007.txt',
  ])('answers at %s', async (path) => {
    expect(await text(path)).toBe(inventedSubmission(form4))
  })

  it('of a feed container answers at its own path and at those of its company', async () => {
    for (const path of [
      '/Archives/edgar/Feed/2023/QTR4/20231229.nc/one.nc',
      '/Archives/edgar/data/1234567/0001234567-23-000003.txt',
    ]) {
      expect(await text(path)).toBe(inventedSubmission(older))
    }
  })

  it.each([
    '/Archives/edgar/data/999/0001111111-24-000007.txt',
    '/Archives/edgar/data/1234567/000111111124000008/0001111111-24-000007.txt',
    '/Archives/edgar/data/1234567/0001234567-22-000001.txt',
    '/Archives/edgar/data/1234567/0009999999-24-000001.txt',
    '/nothing',
    '/',
  ])('does not answer at %s', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  it('comes compressed for who accepts it, with the length of what is sent', async () => {
    const plain = await get('/Archives/edgar/data/1234567/0001234567-23-000003.txt', {
      headers: { 'accept-encoding': 'identity' },
    })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(Number(plain.headers.get('content-length'))).toBe((await plain.arrayBuffer()).byteLength)
    const packed = await get('/Archives/edgar/data/1234567/0001234567-23-000003.txt')
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(await packed.text()).toBe(inventedSubmission(older))
  })

  it('HEAD has the headers and no body', async () => {
    const head = await get('/Archives/edgar/data/1234567/0001111111-24-000007.txt', { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
  })
})

describe('what is generated', () => {
  it('a quarter lists every filing once for each company, and loose ones whose document is held', async () => {
    const quarter = parseIndex(Buffer.from(await text('/Archives/edgar/full-index/2024/QTR1/master.idx')))
    expect(quarter.bad_lines).toBe(0)
    expect(quarter.filings.map(({ cik, accession_number }) => [cik, accession_number])).toEqual([
      ['0001234567', form4.accession_number],
      ['0007654321', form4.accession_number],
    ])
    const loosely = parseIndex(Buffer.from(await text('/Archives/edgar/full-index/2022/QTR2/master.idx')))
    expect(loosely.filings).toEqual([
      expect.objectContaining({ accession_number: loose, form_type: '10-K', filing_date: '2022-05-05' }),
    ])
    expect((await get('/Archives/edgar/full-index/2022/QTR3/master.idx')).status).toBe(403)
  })

  it('a day lists its filings, but a recorded day is served as it was', async () => {
    const day = parseIndex(
      Buffer.from(await text('/Archives/edgar/daily-index/2024/QTR1/master.20240215.idx')),
    )
    expect(day.filings).toHaveLength(2)
    expect(await text('/Archives/edgar/daily-index/2024/QTR1/master.20240102.idx')).toBe('recorded\n')
    expect((await get('/Archives/edgar/daily-index/2024/QTR1/master.20240103.idx')).status).toBe(403)
  })

  it('listings name the years and quarters there are', async () => {
    const names = async (path: string) => {
      const { directory } = (await (await get(path)).json()) as { directory: { item: { name: string }[] } }
      return directory.item.map((item) => item.name)
    }
    expect(await names('/Archives/edgar/full-index/index.json')).toEqual(['2022', '2023', '2024'])
    expect(await names('/Archives/edgar/full-index/2024/index.json')).toEqual(['QTR1'])
    expect(await names('/Archives/edgar/full-index/2024/QTR1/index.json')).toEqual(['master.idx'])
    expect(await names('/Archives/edgar/daily-index/2023/QTR4/index.json')).toEqual(['master.20231229.idx'])
  })

  it('the feed begins with the newest, in pages, by the beginning of a form type', async () => {
    const feed = async (query: string) =>
      parseLatestFilings(
        Buffer.from(
          await (await get(`/cgi-bin/browse-edgar?action=getcurrent&output=atom&${query}`)).arrayBuffer(),
        ),
      ).filings
    const all = await feed('count=100')
    expect(all.map((filing) => filing.filing_date)).toEqual([
      '2024-02-15',
      '2024-02-15',
      '2023-12-29',
      '2022-05-05',
    ])
    expect(all.slice(0, 2)).toEqual([
      expect.objectContaining({ company_name: 'EXAMPLE HOLDINGS INC', role_raw: 'Issuer' }),
      expect.objectContaining({
        company_name: 'M\u00fcller & Sons',
        role_raw: 'Reporting',
        acceptance_date_time_raw: '2024-02-15T19:00:00-05:00',
      }),
    ])
    expect(await feed('start=2&count=1')).toEqual([all[2]])
    expect(await feed('start=9')).toEqual([])
    expect((await feed('type=10')).map((filing) => filing.form_type)).toEqual(['10-K'])
  })

  it('a filing published while it runs is in the feed, the indexes and its folder', async () => {
    const fresh = { accession_number: '0001234567-24-000055', filed: '20240216' }
    const answer = await get('/__mirror/filings', { method: 'POST', body: inventedSubmission(fresh) })
    expect(await answer.json()).toMatchObject({ accession_number: fresh.accession_number })
    expect(await text('/Archives/edgar/data/1234567/0001234567-24-000055.txt')).toBe(
      inventedSubmission(fresh),
    )
    expect(await text('/Archives/edgar/full-index/2024/QTR1/master.idx')).toContain(fresh.accession_number)
    expect(await text('/cgi-bin/browse-edgar?action=getcurrent&count=1')).toContain(fresh.accession_number)
    expect((await get('/__mirror/filings', { method: 'POST', body: 'nonsense' })).status).toBe(400)
  })
})

describe('what it refuses', () => {
  it.each([
    '/../package.json',
    '/Archives/../../../etc/passwd',
    '/Archives/%2e%2e/%2e%2e/etc/passwd',
    '/Archives/..%2f..%2fetc/passwd',
    '/Archives/edgar\\..\\x',
    '/%00',
    '/%zz',
  ])('%s leads nowhere', async (path) => {
    expect([400, 404]).toContain(await rawGet(path))
  })

  it('writes are not EDGAR', async () => {
    expect(
      (await get('/Archives/edgar/data/1234567/0001111111-24-000007.txt', { method: 'PUT' })).status,
    ).toBe(405)
  })
})

describe('scripted faults', () => {
  it('strike the requests that match, as often as asked, in order', async () => {
    const script = [
      { path: '*.txt', count: 2, kind: 'status', status: 503 },
      { path: '*0001111111*', count: 1, kind: 'html' },
    ]
    const answer = await get('/__mirror/faults', { method: 'POST', body: JSON.stringify(script) })
    expect(answer.status).toBe(200)
    const path = '/Archives/edgar/data/1234567/0001111111-24-000007.txt'
    expect((await get('/Archives/edgar/full-index/index.json')).status).toBe(200)
    expect([(await get(path)).status, (await get(path)).status]).toEqual([503, 503])
    expect((await get(path)).headers.get('content-type')).toBe('text/html')
    expect(await text(path)).toBe(inventedSubmission(form4))
  })

  it('alter the order and number of what is listed, never the rows', async () => {
    const path = '/Archives/edgar/full-index/2024/QTR1/master.idx'
    const feed = '/cgi-bin/browse-edgar?action=getcurrent'
    const index = async () => parseIndex(Buffer.from(await text(path)))
    const latest = async () => parseLatestFilings(Buffer.from(await text(feed), 'latin1'))
    const [plain, plainFeed] = [await index(), await latest()]
    const byKey = (
      a: { accession_number: string; cik: string },
      b: { accession_number: string; cik: string },
    ) => (a.accession_number + a.cik).localeCompare(b.accession_number + b.cik)
    mirror.script([{ kind: 'shuffled_index', count: 2 }])
    expect((await index()).filings.sort(byKey)).toEqual(plain.filings.sort(byKey))
    const shuffled = (await latest()).filings
    expect(shuffled).not.toEqual(plainFeed.filings)
    expect(shuffled.sort(byKey)).toEqual([...plainFeed.filings].sort(byKey))
    mirror.script([{ kind: 'duplicate_index', count: 2 }])
    expect((await index()).duplicate_lines).toBe(plain.filings.length)
    expect((await latest()).filings).toHaveLength(2 * plainFeed.filings.length)
    mirror.script([{ kind: 'stale_index', count: 1 }])
    expect((await latest()).filings).not.toContainEqual(plainFeed.filings[0])
  })

  it('may wait for their turn', async () => {
    mirror.script([{ kind: 'status', status: 429, after: 1, count: 1 }])
    const path = '/Archives/edgar/full-index/index.json'
    expect([(await get(path)).status, (await get(path)).status, (await get(path)).status]).toEqual([
      200, 429, 200,
    ])
  })

  it('that do not exist are refused', async () => {
    expect((await get('/__mirror/faults', { method: 'POST', body: '[{"kind":"explode"}]' })).status).toBe(400)
  })

  it.each([
    ['*', '/a', true],
    ['/a*c', '/abc', true],
    ['/a*c', '/abcd', false],
    ['*b*', '/abc', true],
    ['/a', '/a', true],
    ['/ab*bc', '/abc', false],
  ])('the pattern %s and %s: %s', (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected)
  })
})

it('the ledger tells every request, when it came, who sent it and what it got', async () => {
  mirror.forgetRequests()
  await get('/nothing?x=1', { headers: { 'user-agent': 'Example admin@example.com' } })
  const { requests } = (await (await get('/__mirror/requests')).json()) as { requests: unknown[] }
  expect(requests).toEqual([
    expect.objectContaining({
      path: '/nothing?x=1',
      user_agent: 'Example admin@example.com',
      status: 404,
      method: 'GET',
    }),
  ])
  expect(mirror.requests()[0]?.arrived_ms).toBeLessThanOrEqual(mirror.now())
})

describe.skipIf(!existsSync(corpus))('the corpus (skipped where it is absent)', () => {
  it('is catalogued in seconds, and every full submission is found through the generated indexes', async () => {
    const real = await startMirror({ directory: corpus })
    try {
      expect(real.counts.catalogue_ms).toBeLessThan(15_000)
      expect(real.counts.submissions).toBeGreaterThanOrEqual(385)
      expect(real.counts.loose_filings).toBeGreaterThanOrEqual(149)
      const years = (await (await fetch(`${real.url}/Archives/edgar/full-index/index.json`)).json()) as {
        directory: { item: { name: string }[] }
      }
      const found = new Map<string, string>()
      for (const { name } of years.directory.item) {
        for (const quarter of [1, 2, 3, 4]) {
          const answer = await fetch(`${real.url}/Archives/edgar/full-index/${name}/QTR${quarter}/master.idx`)
          if (answer.status !== 200) continue
          const index = parseIndex(Buffer.from(await answer.arrayBuffer()))
          expect(index.bad_line_samples).toEqual([])
          for (const filing of index.filings) found.set(filing.accession_number, filing.path as string)
        }
      }
      expect(found.size).toBe(real.counts.submissions + real.counts.loose_filings)
      const missing: string[] = []
      for (const filing of real.catalogue.submissions.values()) {
        const path = found.get(filing.accession_number)
        const answer = await fetch(`${real.url}/Archives/${path}`)
        const bytes = Buffer.from(await answer.arrayBuffer())
        const stored = readFileSync(
          join(corpus, existsSync(join(corpus, filing.path)) ? filing.path : `${filing.path}.gz`),
        )
        const expected = stored[0] === 0x1f && stored[1] === 0x8b ? gunzipSync(stored) : stored
        if (!bytes.equals(expected)) missing.push(filing.path)
        else if (checkSubmission(bytes) === undefined && parseEdgarUrl(`/Archives/${path}`) === undefined) {
          missing.push(filing.path)
        }
      }
      expect(missing).toEqual([])
    } finally {
      await real.close()
    }
  })
})
