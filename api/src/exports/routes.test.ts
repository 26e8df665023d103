import { customerJobStore } from '@sec-latent/core/customer-jobs/store'
import type { Evidence } from '@sec-latent/core/evidence/evidence'
import { exportFormats, exportResources } from '@sec-latent/core/exports/export'
import { runExport } from '@sec-latent/core/exports/run'
import { exportStore } from '@sec-latent/core/exports/store'
import { sha256 } from '@sec-latent/core/sha256'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedSample } from '../testing/seed-sample.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

let api: TestApp
let key: string
let reader: string
beforeAll(async () => {
  api = await testApp()
  await seedSample(
    api.sql,
    ({ form, period }) => form === '4' || (form === '10-K' && (period ?? '') >= '2024-01-01'),
  )
  const filing = await api.seed.filing({ accession_number: '0009900001-25-000001' })
  for (const value of [1, 2.5])
    await api.seed.signal(filing, [{ kind: 'text_span', ...api.seed.span(filing, 'may fail') } as Evidence], {
      value,
    })
  key = (await api.makeKey({ scopes: ['exports:*', 'jobs:*', 'filings:read', 'signals:read'] })).key
  reader = api.keys.live.key
})
afterAll(async () => {
  await api.close()
})

const create = (body: object, headers: Record<string, string> = {}) =>
  api.send({ method: 'POST', url: '/v1/exports', key, payload: body, headers })

/** What the worker does with a job. */
async function work(jobId: string, limits?: { rowsPerFile: number }): Promise<void> {
  const jobs = customerJobStore(api.sql)
  const one = await exportStore(api.sql).findByJob(jobId)
  if (!one || !(await jobs.start(jobId))) throw new Error('nothing to do')
  const made = await runExport(
    one,
    { sql: api.sql, objects: api.objects },
    () => jobs.advance(jobId, 0.5),
    limits,
  )
  if (!made) return
  await exportStore(api.sql).complete(one.id, made.manifest, made.manifest_sha256)
  await jobs.finish(jobId, { status: 'succeeded' })
}

describe('an export', () => {
  it('of filings is what the list of filings says, in files that hash to what its manifest says', async () => {
    const asked = await create({ resource: 'filings', format: 'ndjson', filter: { form_type: ['10-K'] } })
    expect(asked.statusCode, asked.body).toBe(202)
    const { id, job_id, status } = asked.json()
    expect([status, asked.headers.location]).toEqual(['queued', `/v1/jobs/${job_id}`])
    expect((await api.get(`/v1/jobs/${job_id}`, { key })).headers['retry-after']).toBe('5')
    expect((await api.get(`/v1/exports/${id}/files/manifest.json`, { key })).statusCode).toBe(409)
    const [announced] =
      await api.sql`select payload from outbox where job_name = 'run-export' and job_id = ${`run-export.${job_id}`}`
    expect(announced?.payload).toEqual({ job_id })

    await work(job_id, { rowsPerFile: 3 })
    const done = (await api.get(`/v1/exports/${id}`, { key })).json()
    const manifest = await api.get(`/v1/exports/${id}/files/manifest.json`, { key })
    expect(sha256(manifest.rawPayload)).toBe(done.manifest_sha256)
    expect(manifest.json().files).toEqual(done.files.map(({ url: _, ...file }: { url: string }) => file))
    let rows: { accession_number: string; accepted_at: string }[] = []
    for (const file of done.files) {
      const answer = await api.get(file.url, { key })
      expect([answer.statusCode, answer.rawPayload.length, sha256(answer.rawPayload)]).toEqual([
        200,
        file.bytes,
        file.sha256,
      ])
      const digest = Buffer.from(file.sha256, 'hex').toString('base64')
      expect(answer.headers['repr-digest']).toBe(`sha-256=:${digest}:`)
      rows = [
        ...rows,
        ...answer.body
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ]
    }
    const listed = (
      await api.get(`/v1/filings?form_type=10-K&limit=500&sort=accepted_at&as_of=${done.as_of}`, { key })
    ).json().data
    expect(rows.length).toBeGreaterThan(3)
    expect(rows).toMatchObject(
      listed.map(({ accession_number, accepted_at }: (typeof rows)[number]) => ({
        accession_number,
        accepted_at,
      })),
    )
    expect(done.rows).toBe(rows.length)
    const job = (await api.get(`/v1/jobs/${job_id}`, { key })).json()
    expect(job).toMatchObject({ status: 'succeeded', progress: 1, result_url: `/v1/exports/${id}` })
  })

  it.each(exportResources)(
    'of %s says the same in every format, and the same bytes each time',
    async (resource) => {
      const as_of = new Date().toISOString()
      const ids: string[] = []
      for (const format of [...exportFormats, ...exportFormats]) {
        const { id, job_id } = (await create({ resource, format, as_of })).json()
        await work(job_id)
        ids.push(id)
      }
      const exports = await Promise.all(
        ids.map(async (id) => (await api.get(`/v1/exports/${id}`, { key })).json()),
      )
      const hashes = exports.map((one) => one.files.map((file: { sha256: string }) => file.sha256))
      expect(hashes.slice(3)).toEqual(hashes.slice(0, 3))
      const [ndjson, csv, parquet] = await Promise.all(
        exports.slice(0, 3).map(async (one) => (await api.get(one.files[0].url, { key })).rawPayload),
      )
      const rows = String(ndjson)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(rows.length).toBe(exports[0].files[0].rows)
      expect(rows.length).toBeGreaterThan(0)
      const columns: string[] = exports[0].columns.map((column: { name: string }) => column.name)
      expect(columns.filter((name) => rows.every((row) => row[name] === null))).toEqual(
        NEVER_IN_THE_SAMPLE[resource],
      )
      expect(String(csv).split('\r\n')[0]).toBe(
        exports[0].columns.map((column: { name: string }) => column.name).join(','),
      )
      const bytes = parquet as Buffer
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
      const typed = await parquetReadObjects({ file })
      expect(typed.length).toBe(rows.length)
      for (const [index, row] of typed.entries()) expect(plain(row, exports[0].columns)).toEqual(rows[index])
    },
  )

  it('refuses a filter its resource does not know, a moment to come, and unknown fields', async () => {
    const signalFilter = await create({
      resource: 'filings',
      format: 'csv',
      filter: { signal_type: ['event_8k'] },
    })
    expect([signalFilter.statusCode, signalFilter.json().errors[0].pointer]).toEqual([
      400,
      '/filter/signal_type',
    ])
    const future = await create({ resource: 'filings', format: 'csv', as_of: '2100-01-01T00:00:00Z' })
    expect(future.statusCode).toBe(400)
    expect((await create({ resource: 'filings', format: 'xlsx' })).statusCode).toBe(400)
    expect(
      (await create({ resource: 'filings', format: 'csv', filter: { ticker: ['X'] } })).json().code,
    ).toBe('unknown_field')
    expect(
      (await api.send({ method: 'POST', url: '/v1/exports', key: reader, payload: {} })).statusCode,
    ).toBe(403)
  })

  it('that was cancelled stays so, and its worker stops', async () => {
    const { job_id, id } = (await create({ resource: 'filings', format: 'ndjson' })).json()
    const cancel = () => api.send({ method: 'DELETE', url: `/v1/jobs/${job_id}`, key })
    expect((await cancel()).json().status).toBe('cancelled')
    expect((await cancel()).json().status).toBe('cancelled')
    expect(await customerJobStore(api.sql).start(job_id)).toBe(false)
    expect((await api.get(`/v1/exports/${id}`, { key })).json()).toMatchObject({
      status: 'cancelled',
      files: [],
    })
  })

  it('of another organisation is like one that does not exist', async () => {
    const { id, job_id } = (await create({ resource: 'filings', format: 'ndjson' })).json()
    const foreign = (await api.makeKey({ organisation_id: api.other.id, scopes: ['exports:*', 'jobs:*'] }))
      .key
    for (const url of [`/v1/exports/${id}`, `/v1/jobs/${job_id}`, `/v1/exports/${id}/files/manifest.json`]) {
      expect((await api.get(url, { key: foreign })).statusCode).toBe(404)
    }
    expect((await api.get('/v1/exports', { key: foreign })).json().data).toEqual([])
    expect((await api.get('/v1/jobs', { key: foreign })).json().data).toEqual([])
  })

  it('happens once for one Idempotency-Key, and only five are under way at once', async () => {
    const open = (await api.get('/v1/jobs?limit=500', { key }))
      .json()
      .data.filter((job: { finished_at: string | null }) => !job.finished_at)
    for (const job of open) await api.send({ method: 'DELETE', url: `/v1/jobs/${job.id}`, key })
    const again = await Promise.all(
      [1, 2].map(() => create({ resource: 'filings', format: 'csv' }, { 'idempotency-key': 'once' })),
    )
    const answered = again.filter((answer) => answer.statusCode === 202)
    const last = await create({ resource: 'filings', format: 'csv' }, { 'idempotency-key': 'once' })
    expect(last.headers['idempotency-replayed']).toBe('true')
    expect(new Set([...answered, last].map((answer) => answer.json().id)).size).toBe(1)
    for (let i = 0; i < 4; i++)
      expect((await create({ resource: 'filings', format: 'csv' })).statusCode).toBe(202)
    expect((await create({ resource: 'filings', format: 'csv' })).json().code).toBe(
      'limit_of_objects_reached',
    )
  })
})

/** Columns that are there for real filings and empty in the fictional ones. */
const NEVER_IN_THE_SAMPLE: Record<string, string[]> = {
  filings: ['effective_date', 'amends'],
  signals: ['subject', 'payload', 'supersedes'],
  facts: [],
  insider_transactions: ['restated_by'],
}

/** A row of Parquet as NDJSON has it. */
function plain(
  row: Record<string, unknown>,
  columns: { name: string; type: string }[],
): Record<string, unknown> {
  return Object.fromEntries(
    columns.map(({ name, type }) => {
      const value = row[name] ?? null
      if (value === null) return [name, null]
      if (type === 'json') return [name, JSON.parse(String(value))]
      if (type === 'integer') return [name, Number(value)]
      if (type === 'timestamp') return [name, (value as Date).toISOString().replace('.000Z', 'Z')]
      return [name, value]
    }),
  )
}
