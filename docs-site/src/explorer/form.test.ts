import { describe, expect, it } from 'vitest'
import { operations } from '../reference/operations.ts'
import { bodyFaults } from './body-check.ts'
import { type ExplorerOperation, explorerOperation } from './explorer-operation.ts'
import { callOfForm, initialState, missingFields, wireRequest } from './form.ts'

const API = 'http://api.test'

function formOf(operationId: string): ExplorerOperation {
  const entry = operations.find(({ operation }) => operation.operationId === operationId)
  if (!entry) throw new Error(`no operation ${operationId}`)
  return explorerOperation(entry)
}

function requestOf(operationId: string, values: Record<string, string> = {}, more = {}) {
  const operation = formOf(operationId)
  const state = { ...initialState(operation), ...more }
  const call = callOfForm(operation, { ...state, values: { ...state.values, ...values } }, API)
  return wireRequest(call, state.body)
}

describe('the form of every operation', () => {
  it.each(operations.map(({ operation }) => operation.operationId))('%s opens filled in', (operationId) => {
    const operation = formOf(operationId)
    const state = initialState(operation)
    expect(missingFields(operation, state)).toEqual([])
    if (operation.body) expect(bodyFaults(state.body, operation.body.schema)).toEqual([])
    expect(wireRequest(callOfForm(operation, state, API), state.body).url).not.toMatch(/[{}]/)
  })
})

describe('a request', () => {
  it('has path and query encoded, and nothing that was left empty', () => {
    expect(requestOf('listFilings', { form_type: 'SC 13D/A', limit: ' ', sort: '-accepted_at' }).url).toBe(
      `${API}/v1/filings?form_type=SC%2013D%2FA&sort=-accepted_at`,
    )
    expect(requestOf('getFiling', { accession_number: 'a/b $&' }).url).toBe(
      `${API}/v1/filings/a%2Fb%20%24%26`,
    )
  })

  it('has several values of a list as one parameter', () => {
    expect(
      requestOf('listSignals', { signal_type: 'rf_added, auditor_change', ticker: '', limit: '' }).url,
    ).toBe(`${API}/v1/signals?signal_type=rf_added,auditor_change`)
  })

  it('asks for the representation that was chosen', () => {
    expect(requestOf('getDocumentText').headers.Accept).toBe('application/json')
    expect(requestOf('getDocumentText', {}, { accept: 'text/plain' }).headers.Accept).toBe('text/plain')
  })

  it('carries header parameters and the scenario, and never credentials', () => {
    const { headers } = requestOf('listFilings', { 'Latent-Version': '2026-11-01' }, { scenario: '503' })
    expect(headers).toEqual({
      Accept: 'application/json',
      'Latent-Version': '2026-11-01',
      'Latent-Test-Scenario': '503',
    })
  })

  it('sends the body as it was typed, and a form as a form', () => {
    expect(requestOf('createMonitor', {}, { body: '{"name":  "x"}' })).toMatchObject({
      method: 'POST',
      body: '{"name":  "x"}',
    })
    const form = requestOf('createAccessToken')
    expect(form.headers['Content-Type']).toBe('application/x-www-form-urlencoded')
    expect(form.body).toBe('grant_type=client_credentials&scope=filings%3Aread')
  })

  it('reports what is needed and missing', () => {
    const operation = formOf('getDocument')
    expect(missingFields(operation, { ...initialState(operation), values: { sequence: ' ' } })).toEqual([
      'accession_number',
      'sequence',
    ])
  })
})

it('ids that only the caller has are looked up in the list they are entries of', () => {
  const found = (operationId: string) => formOf(operationId).fields.filter(({ foundAt }) => foundAt !== null)
  expect(found('getSignal').map(({ name, foundAt }) => [name, foundAt])).toEqual([
    ['signal_id', '/v1/signals'],
  ])
  expect(found('getFiling')).toEqual([])
  expect(found('getWebhookDelivery').map(({ foundAt }) => foundAt)).toEqual([
    '/v1/webhook-endpoints',
    '/v1/webhook-endpoints/{endpoint_id}/deliveries',
  ])
})
