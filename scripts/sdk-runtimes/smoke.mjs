// @ts-check
// Runs as it is in Node, Deno, Bun and browsers, so it rests on nothing but the package and what all of them have.

import * as sdk from '@sec-latent/sdk'
import * as core from '@sec-latent/sdk/core'
import * as evidence from '@sec-latent/sdk/evidence'
import * as operations from '@sec-latent/sdk/operations'
import * as testing from '@sec-latent/sdk/testing'
import * as webhooks from '@sec-latent/sdk/webhooks'

/**
 * @param {string} baseUrl
 * @returns {Promise<Record<string, string>>} What was tried, each with `ok` or what went wrong.
 */
export async function smoke(baseUrl) {
  const apiKey = 'slp_test_runtimes'
  const client = new sdk.LatentClient({ apiKey, baseUrl })
  const isPage = 'window' in globalThis && 'document' in globalThis

  /** @type {Record<string, () => Promise<unknown>>} */
  const checks = {
    'a list gives its first page with what came around it': async () => {
      const { data, requestId, cost, rateLimit } = await client.filings
        .list({ ticker: ['A', 'B'] })
        .withResponse()
      same([data.data.length, requestId, cost, rateLimit[0]?.remaining], [2, 'req_1', 1, 87])
    },
    'all pages are gone through, and a failed one is asked for again': async () => {
      const seen = []
      for await (const filing of client.filings.list({ limit: 2 })) seen.push(filing.accession_number)
      same(seen, ['1', '2', '3', '4', '5'])
    },
    'a function does what the method does': async () => {
      const filings = await operations
        .listFilings(core.createClient({ apiKey, baseUrl }))
        .toArray({ limit: 3 })
      same(filings.length, 3)
    },
    'a problem is an error of its class': async () => {
      const error = await client.filings.get('unknown').catch((thrown) => thrown)
      same(
        [error instanceof sdk.NotFoundError, error.code, error.requestId],
        [true, 'filing_not_found', 'req_1'],
      )
    },
    'a change is sent once, with its body and a key of its own': async () => {
      const { data, idempotencyKey } = await client.monitors
        .create(/** @type {any} */ ({ name: 'ä' }))
        .withResponse()
      same(data, { name: 'ä', idempotency_key: idempotencyKey })
    },
    'a stream goes on after it broke, with nothing missed and nothing twice': async () => {
      const seen = []
      for await (const { id, data } of client.changes.stream()) {
        seen.push(`${id} ${data.position}`)
        if (seen.length === 3) break
      }
      same(seen, ['1 1', '2 2', '3 3'])
    },
    'a stalled answer is a TimeoutError': async () => {
      const error = await client
        .request('GET', '/v1/stall', { timeoutMs: 200, maxRetries: 0 })
        .catch((/** @type {unknown} */ thrown) => thrown)
      same(error instanceof sdk.TimeoutError, true)
    },
    'an aborted call throws the reason of its signal': async () => {
      const controller = new AbortController()
      const call = client.request('GET', '/v1/stall', { signal: controller.signal })
      const settled = call.catch((/** @type {unknown} */ thrown) => thrown)
      controller.abort(new Error('enough'))
      same(String(await settled), 'Error: enough')
    },
    'a quote is verified in the text that was downloaded, and in no other': async () => {
      const text = await client.documents.textPlain('0009990001-25-000001', 1)
      const quote = 'naïve 𝄞 risk'
      const bytes = (/** @type {string} */ part) => new TextEncoder().encode(part).length
      const before = text.slice(0, text.indexOf(quote))
      const start = [...before].length
      const span = {
        kind: /** @type {const} */ ('text_span'),
        document_id: '0009990001-25-000001:1',
        text_sha256: await evidence.sha256(text),
        start,
        end: start + [...quote].length,
        byte_start: bytes(before),
        byte_end: bytes(before) + bytes(quote),
        quote,
      }
      same(await evidence.verifyEvidence(span, text), { verified: true })
      same(await evidence.verifyEvidence(span, `${text} `), { verified: false, fault: 'hash_mismatch' })
    },
    'a signed message is unwrapped, a changed one refused': async () => {
      const secret = `whsec_${btoa('a secret of thirty-two bytes ...')}`
      const body = JSON.stringify({ id: 'evt_1', type: 'signal.created', data: {} })
      const headers = await webhooks.sign(body, secret)
      same((await webhooks.unwrap(body, headers, secret)).id, 'evt_1')
      const refused = await webhooks.unwrap(`${body} `, headers, secret).catch((thrown) => thrown.code)
      same(refused, 'signature_mismatch')
    },
    'a fake API answers without a network': async () => {
      const api = testing.fakeApi({ 'GET /v1/filings': testing.page([{ accession_number: 'fake' }]) })
      same((await api.client().filings.list()).data[0]?.accession_number, 'fake')
    },
    'a live key is refused in a page, and nowhere else': async () => {
      const make = (/** @type {object} */ options) =>
        new sdk.LatentClient({ apiKey: 'slp_live_x', baseUrl, ...options })
      same(
        refusal(() => make({})),
        isPage ? 'Every visitor' : 'none',
      )
      same(
        refusal(() => make({ dangerouslyAllowBrowser: true })),
        'none',
      )
    },
  }

  /** @type {Record<string, string>} */
  const results = {}
  for (const [name, check] of Object.entries(checks)) {
    results[name] = await check().then(
      () => 'ok',
      (error) => `${error?.stack ?? error}`,
    )
  }
  return results
}

/**
 * @param {unknown} actual
 * @param {unknown} expected
 */
function same(actual, expected) {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (is !== should) throw new Error(`${is} instead of ${should}`)
}

/** @param {() => unknown} make */
function refusal(make) {
  try {
    make()
    return 'none'
  } catch (error) {
    return String(/** @type {Error} */ (error).message).slice(0, 'Every visitor'.length)
  }
}
