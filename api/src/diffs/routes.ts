import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { DIFF_ALGORITHM, type DiffHunk as Hunk } from '@sec-latent/core/diffs/diff'
import { diffTexts } from '@sec-latent/core/diffs/diff-texts'
import { type OffsetMap, offsetMap } from '@sec-latent/core/documents/offsets'
import type { DocumentReadStore } from '@sec-latent/core/documents/read-store'
import type { FilingReadStore } from '@sec-latent/core/filings/read-store'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import type { SectionReadStore } from '@sec-latent/core/sections/read-store'
import { documentText } from '../documents/bytes.ts'
import { viewOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import { Diff, DiffHunk, DiffQuery, DiffSide, DiffSpan } from './schema.ts'
import { type ComparedText, sideFinder } from './side.ts'

export interface DiffServices {
  filings: FilingReadStore
  documents: DocumentReadStore
  sections: SectionReadStore
  objects: ObjectStore
}

/** Code units of one side. The longest annual reports have some two million. */
const MAX_TEXT_LENGTH = 5_000_000

/** A side with its text and where the compared part of it lies, in UTF-16 indexes. */
interface LoadedText extends ComparedText {
  text: string
  map: OffsetMap
  from: number
  to: number
}

export const diffRoutes: FastifyPluginAsyncTypebox<DiffServices> = async (app, services) => {
  const { objects } = services
  for (const schema of [DiffSpan, DiffHunk, DiffSide, Diff]) app.addSchema(schema)
  const findSide = sideFinder(services)

  app.get(
    '/diffs',
    {
      config: access({
        scopes: ['filings:read'],
        cost: 5,
        problems: [
          'filing_not_found',
          'filing_not_published',
          'document_not_found',
          'document_has_no_text',
          'section_not_found',
          'section_has_no_text',
          'diff_too_large',
          'object_unavailable',
        ],
        example: {
          query: { from: '0009990001-24-000012', to: '0009990001-25-000003', section_key: '10k.item_1a' },
        },
      }),
      schema: {
        operationId: 'getDiff',
        summary: 'Compare two texts',
        description:
          'The difference of any two documents or sections of any two filings, with positions on both sides. Hunks tile both texts: keep what is equal, put in what is new, and one side becomes the other, character by character.',
        tags: ['Change'],
        querystring: DiffQuery,
        response: { 200: named(Diff) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const view = viewOf(request, reply, query.as_of)
      const [from, to] = await Promise.all([
        findSide(view, 'from', query.from, query.section_key).then(load),
        findSide(view, 'to', query.to, query.section_key).then(load),
      ])
      const { hunks, complete } = diffTexts(
        from.text.slice(from.from, from.to),
        to.text.slice(to.from, to.to),
      )
      return {
        object: 'diff' as const,
        algorithm: DIFF_ALGORITHM,
        complete,
        from: sideOf(from),
        to: sideOf(to),
        summary: summaryOf(hunks, from, to),
        hunks: hunks.map((hunk) => hunkOf(hunk, from, to, query.include?.includes('equal_text') ?? false)),
        as_of: view.as_of,
      }
    },
  )

  async function load(side: ComparedText): Promise<LoadedText> {
    const text = await documentText(objects, side.document)
    const map = offsetMap(text)
    const [from, to] = side.section
      ? [map.utf16OfCodePoint(side.section.start), map.utf16OfCodePoint(side.section.end)]
      : [0, text.length]
    if (to - from > MAX_TEXT_LENGTH) {
      throw new ProblemError('diff_too_large', {
        detail: `${side.section?.section_id ?? side.document.document_id} has ${to - from} characters; at most ${MAX_TEXT_LENGTH} are compared.`,
      })
    }
    return { ...side, text, map, from, to }
  }
}

function sideOf(side: LoadedText): Diff['from'] {
  const { filing, document, section, map, from, to } = side
  return {
    accession_number: filing.accession_number,
    form_type: filing.form_type,
    filing_date: filing.filing_date,
    accepted_at: filing.accepted_at,
    document_id: document.document_id,
    section_id: section?.section_id ?? null,
    section_status: section ? (section.status as 'ok' | 'uncertain' | 'absent') : null,
    document_sha256: document.document_sha256,
    text_sha256: document.text_sha256 as string,
    start: map.codePointOf(from),
    end: map.codePointOf(to),
    byte_start: map.byteOf(from),
    byte_end: map.byteOf(to),
  }
}

function hunkOf(hunk: Hunk, from: LoadedText, to: LoadedText, withEqual: boolean): Diff['hunks'][number] {
  const quoted = withEqual || hunk.operation !== 'equal'
  return {
    operation: hunk.operation,
    level: hunk.level,
    move: hunk.move,
    from: spanOf(from, hunk.left_start, hunk.left_end, quoted),
    to: spanOf(to, hunk.right_start, hunk.right_end, quoted),
  }
}

function spanOf(
  side: LoadedText,
  start: number,
  end: number,
  quoted: boolean,
): Diff['hunks'][number]['from'] {
  const [first, last] = [side.from + start, side.from + end]
  return {
    start: side.map.codePointOf(first),
    end: side.map.codePointOf(last),
    byte_start: side.map.byteOf(first),
    byte_end: side.map.byteOf(last),
    quote: quoted ? side.text.slice(first, last) : null,
  }
}

function summaryOf(hunks: readonly Hunk[], from: LoadedText, to: LoadedText): Diff['summary'] {
  const lengthOf = (side: LoadedText, start: number, end: number) =>
    side.map.codePointOf(side.from + end) - side.map.codePointOf(side.from + start)
  const summary = { equal: 0, deleted: 0, inserted: 0, moved: 0 }
  for (const hunk of hunks) {
    const left = lengthOf(from, hunk.left_start, hunk.left_end)
    const right = lengthOf(to, hunk.right_start, hunk.right_end)
    if (hunk.operation === 'equal') summary.equal += left
    else {
      summary.deleted += left
      summary.inserted += right
      if (hunk.move !== null) summary.moved += left
    }
  }
  const both = 2 * summary.equal + summary.deleted + summary.inserted
  return { ...summary, similarity: both === 0 ? 1 : (2 * summary.equal) / both }
}
