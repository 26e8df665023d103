import { createHash } from 'node:crypto'
import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

const TEXT =
  'Item 1A. Risk Factors\n\nOur robots — all of them 🤖🤖 — may fail.\n\nItem 2. Properties\n\nOne hall.\n'
const SECOND = TEXT.indexOf('Item 2')
const ONE = '/v1/filings/0009900001-25-000001'

forEachPostgres((version) => {
  let api: TestApp
  let seeded: Awaited<ReturnType<TestApp['seed']['filing']>>
  beforeAll(async () => {
    api = await testApp({ version })
    seeded = await api.seed.filing({
      accession_number: '0009900001-25-000001',
      text: TEXT,
      sections: [
        { section_key: '10k.item_1a', start: 0, end: SECOND },
        { section_key: '10k.item_1b', start: 0, end: 0, status: 'absent' },
        { section_key: '10k.item_2', start: SECOND, end: TEXT.length },
      ],
    })
  })
  afterAll(async () => {
    await api.close()
  })

  interface TextPart {
    text: string
    length: number
    start: number
    end: number
    byte_start: number
    byte_end: number
    next_offset: number | null
  }

  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

  describe('documents', () => {
    it('are listed with their hashes and a link to EDGAR', async () => {
      const { data, coverage } = (await api.get(`${ONE}/documents`)).json()
      expect(data).toMatchObject([
        {
          object: 'document',
          document_id: '0009900001-25-000001:1',
          document_sha256: seeded.document_sha256,
          text_sha256: seeded.text_sha256,
          source_url: 'https://www.sec.gov/Archives/edgar/data/9900001/000990000125000001/report.htm',
        },
      ])
      expect(coverage.status).toBe('complete')
    })

    it.each([undefined, '*/*', 'application/json', 'application/json, text/html;q=0.9'])(
      'are described as JSON for Accept %s',
      async (accept) => {
        const response = await api.get(`${ONE}/documents/1`, { headers: accept ? { accept } : {} })
        expect(response.json()).toMatchObject({ object: 'document', sequence: 1 })
      },
    )

    it.each(['text/html', 'application/octet-stream', 'text/html,application/xhtml+xml,*/*;q=0.8'])(
      'are their exact bytes for Accept %s, safe to open in a browser',
      async (accept) => {
        const response = await api.get(`${ONE}/documents/1`, { headers: { accept } })
        expect(hash(response.rawPayload)).toBe(seeded.document_sha256)
        expect(response.headers).toMatchObject({
          'content-type': expect.stringMatching(/^text\/html/),
          'content-disposition': 'attachment; filename="0009900001-25-000001-1.htm"',
          'content-security-policy': "sandbox; default-src 'none'",
          'x-content-type-options': 'nosniff',
          etag: `W/"${seeded.document_sha256}"`,
          'cache-control': 'private, max-age=31536000, immutable',
        })
      },
    )

    it('whose stored bytes are damaged are not served', async () => {
      const damaged = await api.seed.filing({ accession_number: '0009900001-25-000002', text: 'Other text.' })
      await api.sql`update documents set byte_end = byte_end - 1 where document_id = ${damaged.document_id}`
      const response = await api.get('/v1/filings/0009900001-25-000002/documents/1', {
        headers: { accept: 'text/html' },
      })
      expect(response.statusCode).toBe(503)
      expect(response.json().code).toBe('object_unavailable')
    })
  })

  describe('the canonical text', () => {
    it('downloaded as plain text hashes to text_sha256', async () => {
      const response = await api.get(`${ONE}/documents/1/text`, { headers: { accept: 'text/plain' } })
      expect(hash(response.rawPayload)).toBe(seeded.text_sha256)
      expect(response.headers['latent-text-sha256']).toBe(seeded.text_sha256)
      expect(response.headers['content-type']).toBe('text/plain; charset=utf-8')
    })

    it('is cut by code points, never through a character, and the parts are the whole', async () => {
      let offset: number | null = 0
      let whole = ''
      while (offset !== null) {
        const part: TextPart = (await api.get(`${ONE}/documents/1/text?offset=${offset}&max_chars=7`)).json()
        expect(Buffer.from(TEXT).subarray(part.byte_start, part.byte_end).toString()).toBe(part.text)
        expect([...part.text].length).toBe(part.end - part.start)
        expect(part.length).toBe([...TEXT].length)
        whole += part.text
        offset = part.next_offset
      }
      expect(whole).toBe(TEXT)
    })

    it('asked for by its hash is immutable; another hash is a 404', async () => {
      const response = await api.get(`${ONE}/documents/1/text?text_sha256=${seeded.text_sha256}`)
      expect(response.headers['cache-control']).toContain('immutable')
      expect((await api.get(`${ONE}/documents/1/text?text_sha256=${'0'.repeat(64)}`)).json().code).toBe(
        'text_not_found',
      )
    })

    it('comes as Markdown of the same span', async () => {
      const response = await api.get(`${ONE}/documents/1/text?format=markdown`, {
        headers: { accept: 'text/markdown' },
      })
      expect(response.headers['content-type']).toBe('text/markdown; charset=utf-8')
      expect(response.body).toContain('Item 1A. Risk Factors')
    })

    it.each([
      ['/text', 'text/html', {}],
      ['/text?format=html', 'text/html', {}],
      ['/text', 'text/markdown', {}],
    ])('%s for Accept %s is drawn so', async (path, accept) => {
      const response = await api.get(`${ONE}/documents/1${path}`, { headers: { accept } })
      expect(response.headers['content-type']).toBe(`${accept}; charset=utf-8`)
      expect(response.headers['latent-text-sha256']).toBe(seeded.text_sha256)
    })

    it('as HTML runs and loads nothing, whatever the filing says', async () => {
      const text = 'Before <script>alert(1)</script> & <img src=x onerror=alert(1)> after'
      await api.seed.filing({
        accession_number: '0009900001-25-000004',
        text,
        sections: [{ section_key: '10k.item_1', start: 0, end: text.length }],
      })
      for (const path of ['documents/1/text', 'sections/10k.item_1']) {
        const url = `/v1/filings/0009900001-25-000004/${path}?format=html`
        const response = await api.get(url, { headers: { accept: 'text/html' } })
        expect(response.body).not.toMatch(/<(?:script|img)/)
        expect(response.body).toContain('&lt;script&gt;')
        expect(response.headers).toMatchObject({
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': expect.stringContaining("sandbox; default-src 'none'"),
          'x-content-type-options': 'nosniff',
        })
        expect(
          (await api.app.inject({ url, headers: { authorization: `Bearer ${api.keys.live.key}` } })).json(),
        ).toMatchObject({
          format: 'html',
          text: response.body,
        })
      }
    })

    it('of a document that is not text is a problem of its own', async () => {
      await api.seed.filing({ accession_number: '0009900001-25-000003' })
      await api.sql`update documents set text_status = 'not_text', text_sha256 = null, blocks_sha256 = null
      where accession_number = '0009900001-25-000003'`
      const response = await api.get('/v1/filings/0009900001-25-000003/documents/1/text')
      expect(response.json().code).toBe('document_has_no_text')
    })
  })

  describe('sections', () => {
    it('are listed with offsets that slice the text', async () => {
      const { data } = (await api.get(`${ONE}/sections`)).json()
      expect(data.map((one: { section_key: string }) => one.section_key)).toEqual([
        '10k.item_1a',
        '10k.item_1b',
        '10k.item_2',
      ])
      const [first] = data
      expect([...TEXT].slice(first.start, first.end).join('')).toBe(TEXT.slice(0, SECOND))
      expect(first.section_id).toBe('0009900001-25-000001:1:10k.item_1a')
    })

    it('are filtered by key and status', async () => {
      expect((await api.get(`${ONE}/sections?status=absent`)).json().data).toHaveLength(1)
      expect((await api.get(`${ONE}/sections?section_key=10k.item_2,10k.item_1a`)).json().data).toHaveLength(
        2,
      )
      expect((await api.get(`${ONE}/sections?sequence=2`)).json().data).toEqual([])
    })

    it('come with their text, or the text alone', async () => {
      expect((await api.get(`${ONE}/sections/10k.item_2`)).json()).toMatchObject({
        object: 'section_text',
        format: 'text',
        text: TEXT.slice(SECOND),
      })
      const response = await api.get(`${ONE}/sections/10k.item_2`, { headers: { accept: 'text/plain' } })
      expect(response.body).toBe(TEXT.slice(SECOND))
    })

    it('the company left out are told apart from those that do not exist', async () => {
      expect((await api.get(`${ONE}/sections/10k.item_1b`)).json()).toMatchObject({
        status: 'absent',
        text: null,
      })
      const plain = await api.get(`${ONE}/sections/10k.item_1b`, { headers: { accept: 'text/plain' } })
      expect(plain.json().code).toBe('section_has_no_text')
      expect((await api.get(`${ONE}/sections/10k.item_9c`)).json().code).toBe('section_not_found')
    })
  })
})
