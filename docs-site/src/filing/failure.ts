import { ApiError, LatentError } from '../../../sdk/src/index.ts'

/** No key is set with which this server could read. */
export class NotConfigured extends Error {}

/** Why a page could not be made, as the visitor is told. */
export interface Failure {
  kind: 'not_configured' | 'problem' | 'no_answer'
  title: string
  detail: string
  /** Of the API; null when it did not answer. */
  status: number | null
  code: string | null
  request_id: string | null
}

/** What failed, or `undefined` for a mistake of our own, which is to be thrown on. */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof NotConfigured) {
    return {
      kind: 'not_configured',
      title: 'This portal has no key to read filings with',
      detail:
        'Whoever runs it sets PORTAL_API_KEY to a key of the API; EXPLORER_TEST_KEY stands in for it. "npm start" does so by itself.',
      status: null,
      code: null,
      request_id: null,
    }
  }
  if (error instanceof ApiError) {
    return {
      kind: 'problem',
      title: error.problem?.title ?? 'The API answered with an error',
      detail: error.problem?.detail ?? `It answered with status ${error.status}, without saying more.`,
      status: error.status,
      code: error.code,
      request_id: error.requestId,
    }
  }
  if (error instanceof LatentError) {
    return {
      kind: 'no_answer',
      title: 'The API does not answer',
      detail: 'This page is made from what the API says, and it could not be reached. Try again in a moment.',
      status: null,
      code: null,
      request_id: null,
    }
  }
  return undefined
}
