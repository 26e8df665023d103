import type { Dataset } from '@sec-latent/core/dataset'
import { compress, type Encoding } from './encoding.ts'
import type { Operation } from './operations.ts'

/** An answer as bytes, in one encoding, with the headers that describe them. */
export interface Form {
  body: Buffer
  /** Names and values in turn, without those of the request and of the connection. */
  headers: readonly string[]
}

/** A 200 that can be given to everybody who asks the same of the same dataset. */
export interface Answer {
  operation: Operation
  dataset: Dataset
  url: string
  /** The moment it was made for, milliseconds since 1970. */
  asOf: number
  /** The caller named the moment, so nothing that comes later alters it. */
  pinned: boolean
  tags: readonly string[]
  /** Not served from this moment on: something alters it then, or it is too old. */
  validUntil: number
  etag: string
  /** Headers that describe it in every form, names and values in turn. */
  headers: readonly string[]
  body: Buffer
  /** Lists that go on hand out a cursor that belongs to one organisation. */
  page: { organisation_id: string; cursor: string; link: string } | null
  /** What was made of it so far, by encoding and, where it has a cursor, organisation. */
  forms: Map<string, Form>
}

/** Makes the cursor of one organisation out of another's, for the same page of the same list. */
export type Reissue = (answer: Answer, cursor: string, organisationId: string) => string

/** So many organisations keep a copy with their own cursor; the next one makes its own again. */
const MAX_FORMS = 12

export function formKey(answer: Answer, organisationId: string, encoding: Encoding): string {
  return answer.page === null ? encoding : `${encoding} ${organisationId}`
}

/** The answer as it goes to an organisation. Made once, then kept with it. */
export async function formFor(
  answer: Answer,
  organisationId: string,
  encoding: Encoding,
  reissue: Reissue,
): Promise<Form> {
  const key = formKey(answer, organisationId, encoding)
  const known = answer.forms.get(key)
  if (known) return known
  const plain = plainForm(answer, organisationId, reissue)
  const form =
    encoding === 'identity'
      ? plain
      : {
          body: await compress(plain.body, encoding),
          headers: [...plain.headers, 'content-encoding', encoding],
        }
  if (answer.forms.size >= MAX_FORMS) answer.forms.delete(answer.forms.keys().next().value as string)
  answer.forms.set(key, form)
  return form
}

/** The uncompressed form; made without waiting, so that the front can make it too. */
export function plainForm(answer: Answer, organisationId: string, reissue: Reissue): Form {
  const { page, body, headers } = answer
  if (page === null) return { body, headers }
  const cursor =
    page.organisation_id === organisationId ? page.cursor : reissue(answer, page.cursor, organisationId)
  const at = body.indexOf(page.cursor)
  return {
    body:
      cursor === page.cursor
        ? body
        : Buffer.concat([body.subarray(0, at), Buffer.from(cursor), body.subarray(at + page.cursor.length)]),
    headers: [...headers, 'link', page.link.replace(page.cursor, cursor)],
  }
}

/** What an answer takes of the memory: its bytes in every form it may get, and once more as the front writes them. */
export function sizeOf(answer: Answer): number {
  return 2_000 + answer.body.length * (answer.page === null ? 2.5 : 5)
}
