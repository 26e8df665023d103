import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { offsetMap } from '@sec-latent/core/documents/offsets'
import type { DocumentReadStore } from '@sec-latent/core/documents/read-store'
import type { FilingReadStore } from '@sec-latent/core/filings/read-store'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import type { PublishedSection, SectionReadStore } from '@sec-latent/core/sections/read-store'
import { prefersText } from '../accept.ts'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { documentText } from '../documents/bytes.ts'
import { formatOf, renderedSpan, sendRendering, type TextFormat } from '../documents/rendering.ts'
import { accessionOf, findFiling } from '../filings/find.ts'
import { FilingParams } from '../filings/schema.ts'
import { pageOf, viewOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import {
  Section,
  SectionList,
  SectionListQuery,
  SectionParams,
  SectionText,
  SectionTextQuery,
} from './schema.ts'
import { unknownSection } from './unknown-section.ts'

export interface SectionServices {
  filings: FilingReadStore
  documents: DocumentReadStore
  sections: SectionReadStore
  objects: ObjectStore
  coverage: CoverageReader
  cursors: CursorCodec
}

export const sectionRoutes: FastifyPluginAsyncTypebox<SectionServices> = async (app, services) => {
  const { filings, documents, sections, objects, coverage, cursors } = services
  for (const schema of [Section, SectionList, SectionText]) app.addSchema(schema)

  app.get(
    '/filings/:accession_number/sections',
    {
      config: access({
        scopes: ['filings:read'],
        problems: ['filing_not_found', 'filing_not_published'],
        example: { path: { accession_number: '0009990001-25-000003' } },
      }),
      schema: {
        operationId: 'listSections',
        summary: 'List the sections of a filing',
        description:
          'Every item of every document that was looked for: found, doubtful, left out by the company, or not found. What belongs to no item is listed as a gap, so that the sections of a document are its whole text.',
        tags: ['Filings'],
        params: FilingParams,
        querystring: SectionListQuery,
        response: { 200: named(SectionList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const filing = await findFiling(filings, page.view, accessionOf(request.params.accession_number))
      const [sequence, position] = (page.after ?? []) as number[]
      const after = sequence !== undefined && position !== undefined ? { sequence, position } : undefined
      const rows = await sections.list(filing.accession_number, query, { limit: page.limit, after })
      const envelope = page.finish(rows, (row) => [row.sequence, row.position])
      return {
        ...envelope,
        data: envelope.data.map((row) => ({ object: 'section' as const, ...row })),
        coverage: await coverage(page.view, {
          scope: { accession_number: [filing.accession_number] },
          empty: rows.length === 0,
        }),
      }
    },
  )

  app.get(
    '/filings/:accession_number/sections/:section_key',
    {
      config: access({
        scopes: ['filings:read'],
        problems: [
          'filing_not_found',
          'filing_not_published',
          'section_not_found',
          'section_has_no_text',
          'object_unavailable',
        ],
        alternatives: {
          'text/plain': 'The text of the section alone.',
          'text/markdown': 'The same as Markdown.',
          'text/html': 'The same as clean HTML, with a content security policy that forbids everything.',
        },
        answers: {
          200: 'The section with its text, or the text alone when `Accept` prefers `text/plain`, `text/markdown` or `text/html`.',
        },
        example: { path: { accession_number: '0009990001-25-000003', section_key: '10k.item_1a' } },
      }),
      schema: {
        operationId: 'getSection',
        summary: 'Get a section',
        description:
          'One section with its text, or the same span as Markdown or HTML. Where several documents have the section, the first one in which it was found is meant; `sequence` chooses another.',
        tags: ['Filings'],
        params: SectionParams,
        querystring: SectionTextQuery,
        response: { 200: named(SectionText) },
      },
    },
    async (request, reply) => {
      const { query, params } = request
      const view = viewOf(request, reply, query.as_of)
      const filing = await findFiling(filings, view, accessionOf(params.accession_number))
      const section = await sections.find(filing.accession_number, params.section_key, query.sequence)
      if (!section) {
        const keys = await sections.keys(filing.accession_number)
        throw unknownSection(filing.accession_number, params.section_key, keys)
      }
      const format = formatOf(query.format, request.headers.accept)
      const text = await textOf(section, format)
      if (section.text_sha256 !== null) reply.header('latent-text-sha256', section.text_sha256)
      if (!prefersText(request.headers.accept)) {
        return { object: 'section_text' as const, ...section, format, text }
      }
      if (text === null) {
        throw new ProblemError('section_has_no_text', {
          detail: `The section ${section.section_id} is ${section.status}${section.note ? ` (${section.note})` : ''}.`,
        })
      }
      return sendRendering(reply, format, text) as never
    },
  )

  async function textOf(section: PublishedSection, format: TextFormat): Promise<string | null> {
    if (section.status === 'absent' || section.status === 'failed') return null
    const text = await documentText(objects, section)
    const map = offsetMap(text)
    const span = [map.utf16OfCodePoint(section.start), map.utf16OfCodePoint(section.end)] as const
    const document = await documents.find(section.accession_number, section.sequence)
    return await renderedSpan(objects, document ?? { blocks_sha256: null }, text, span, format)
  }
}
