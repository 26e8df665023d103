import { uuencode } from '@sec-latent/core/sample-corpus/graphic'
import { sha256 } from '@sec-latent/core/sha256'
import { forEachPostgres } from '@sec-latent/core/testing/database'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

const archive = Buffer.from(zipSync({ 'tide-20241231.xml': Buffer.from('<xbrl/>') }))

forEachPostgres((version) => {
  let api: TestApp
  beforeAll(async () => {
    api = await testApp({ version })
    await api.seed.filing({
      accession_number: '0009900001-25-000001',
      original: uuencode('../../etc/tide-xbrl.zip', archive),
    })
    await api.seed.filing({ accession_number: '0009900001-25-000002' })
  })
  afterAll(async () => {
    await api.close()
  })
  const path = (accession: string) => `/v1/filings/${accession}/documents/1/attachment`

  it('says what the file is, its hash, and the files of an archive', async () => {
    expect((await api.get(path('0009900001-25-000001'))).json()).toMatchObject({
      object: 'attachment',
      kind: 'zip',
      byte_length: archive.length,
      attachment_sha256: sha256(archive),
      entries: [{ name: 'tide-20241231.xml', byte_length: 7 }],
    })
  })

  it('gives the file itself, to be saved under a name of ours', async () => {
    const response = await api.get(path('0009900001-25-000001'), { headers: { accept: 'application/zip' } })
    expect(sha256(response.rawPayload)).toBe(sha256(archive))
    expect(response.headers['content-type']).toBe('application/zip')
    expect(response.headers['content-disposition']).toBe('attachment; filename="0009900001-25-000001-1.zip"')
    expect(response.headers['x-content-type-options']).toBe('nosniff')
  })

  it('a document that is text carries none', async () => {
    const response = await api.get(path('0009900001-25-000002'))
    expect([response.statusCode, response.json().code]).toEqual([404, 'document_has_no_attachment'])
  })
})
