import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { offsetMap } from '@sec-latent/core/documents/offsets'
import type { DocumentReadStore, PublishedDocument } from '@sec-latent/core/documents/read-store'
import type { FilingReadStore } from '@sec-latent/core/filings/read-store'
import type { View } from '@sec-latent/core/knowledge-time'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import { prefersBytes, prefersText } from '../accept.ts'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { accessionOf, findFiling } from '../filings/find.ts'
import { AsOfQuery, FilingParams } from '../filings/schema.ts'
import { pageOf, viewOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import { documentBytes, documentText, downloadHeaders } from './bytes.ts'
import { documentUrl } from './links.ts'
import { formatOf, renderedSpan, sendRendering } from './rendering.ts'
import {
  Document,
  DocumentList,
  DocumentListQuery,
  DocumentParams,
  DocumentText,
  DocumentTextQuery,
} from './schema.ts'

export interface DocumentServices {
  filings: FilingReadStore
  documents: DocumentReadStore
  objects: ObjectStore
  coverage: CoverageReader
  cursors: CursorCodec
}

const IMMUTABLE = 'private, max-age=31536000, immutable'

export const documentRoutes: FastifyPluginAsyncTypebox<DocumentServices> = async (app, services) => {
  const { filings, documents, objects, coverage, cursors } = services
  for (const schema of [Document, DocumentList, DocumentText]) app.addSchema(schema)

  async function findDocument(view: View, params: { accession_number: string; sequence: string }) {
    const filing = await findFiling(filings, view, accessionOf(params.accession_number))
    const document = await documents.find(filing.accession_number, Number(params.sequence))
    if (document) return document
    throw new ProblemError('document_not_found', {
      detail: `The filing ${filing.accession_number} has ${filing.document_count} documents and none with sequence ${params.sequence}.`,
    })
  }

  app.get(
    '/filings/:accession_number/documents',
    {
      config: access({
        scopes: ['filings:read'],
        problems: ['filing_not_found', 'filing_not_published'],
        example: { path: { accession_number: '0009990001-25-000003' } },
      }),
      schema: {
        operationId: 'listDocuments',
        summary: 'List the documents of a filing',
        description: 'Every document of the submission in the order it was filed.',
        tags: ['Filings'],
        params: FilingParams,
        querystring: DocumentListQuery,
        response: { 200: named(DocumentList) },
      },
    },
    async (request, reply) => {
      const page = pageOf(request, reply, request.query, cursors)
      const filing = await findFiling(filings, page.view, accessionOf(request.params.accession_number))
      const after = page.after ? { sequence: page.after[0] as number } : undefined
      const rows = await documents.list(filing.accession_number, { limit: page.limit, after })
      return {
        ...page.finish(
          rows.map((row) => toDocument(row, page.view)),
          (document) => [document.sequence],
        ),
        coverage: await coverage(page.view, {
          scope: { accession_number: [filing.accession_number] },
          empty: rows.length === 0,
        }),
      }
    },
  )

  app.get(
    '/filings/:accession_number/documents/:sequence',
    {
      config: access({
        scopes: ['filings:read'],
        problems: ['filing_not_found', 'filing_not_published', 'document_not_found', 'object_unavailable'],
        alternatives: {
          'application/octet-stream': 'The original bytes; their SHA-256 is `document_sha256`.',
        },
        answers: { 200: 'The document, or its original bytes when `Accept` asks for anything but JSON.' },
        example: { path: { accession_number: '0009990001-25-000003', sequence: 1 } },
      }),
      schema: {
        operationId: 'getDocument',
        summary: 'Get a document',
        description:
          'What is known of a document. With an `Accept` header that prefers anything but JSON, the answer is the original bytes as filed, to be saved and never run: the bytes come with their own media type, as an attachment, sandboxed.',
        tags: ['Filings'],
        params: DocumentParams,
        querystring: AsOfQuery,
        response: { 200: named(Document) },
      },
    },
    async (request, reply) => {
      const view = viewOf(request, reply, request.query.as_of)
      const document = await findDocument(view, request.params)
      if (!prefersBytes(request.headers.accept)) return toDocument(document, view)
      const bytes = await documentBytes(objects, document)
      return reply.headers(downloadHeaders(document, bytes)).send(bytes as never)
    },
  )

  app.get(
    '/filings/:accession_number/documents/:sequence/text',
    {
      config: access({
        scopes: ['filings:read'],
        problems: [
          'filing_not_found',
          'filing_not_published',
          'document_not_found',
          'document_has_no_text',
          'text_not_found',
          'object_unavailable',
        ],
        alternatives: {
          'text/plain': 'The text alone. Without `offset` and `max_chars` its SHA-256 is `text_sha256`.',
          'text/markdown': 'The same as Markdown.',
          'text/html': 'The same as clean HTML, with a content security policy that forbids everything.',
        },
        answers: {
          200: 'The text with its offsets, or the text alone when `Accept` prefers `text/plain`, `text/markdown` or `text/html`.',
        },
        example: {
          path: { accession_number: '0009990001-25-000003', sequence: 1 },
          query: { max_chars: 2000 },
        },
      }),
      schema: {
        operationId: 'getDocumentText',
        summary: 'Get the canonical text of a document',
        description:
          'The text all offsets refer to. With `Accept: text/plain` the answer is the exact text, so that the SHA-256 of the download equals `text_sha256` (also in the `Latent-Text-Sha256` header).',
        tags: ['Filings'],
        params: DocumentParams,
        querystring: DocumentTextQuery,
        response: { 200: named(DocumentText) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const view = viewOf(request, reply, query.as_of)
      const document = await findDocument(view, request.params)
      if (query.text_sha256 !== undefined && query.text_sha256 !== document.text_sha256) {
        throw new ProblemError('text_not_found', {
          detail: `The text of ${document.document_id} is ${document.text_sha256 ?? 'not available'}.`,
        })
      }
      const text = await documentText(objects, document)
      reply.header('latent-text-sha256', document.text_sha256)
      if (query.text_sha256 !== undefined) reply.header('cache-control', IMMUTABLE)
      const map = offsetMap(text)
      const start = query.offset ?? 0
      if (start > map.length.code_point) {
        throw ProblemError.parameter('offset', `offset: the text has ${map.length.code_point} code points.`)
      }
      const end = Math.min(map.length.code_point, start + (query.max_chars ?? map.length.code_point))
      const from = map.utf16OfCodePoint(start)
      const to = map.utf16OfCodePoint(end)
      const format = formatOf(query.format, request.headers.accept)
      const span = await renderedSpan(objects, document, text, [from, to], format)
      if (prefersText(request.headers.accept)) return sendRendering(reply, format, span) as never
      return {
        object: 'document_text' as const,
        document_id: document.document_id,
        format,
        document_sha256: document.document_sha256,
        text_sha256: document.text_sha256 as string,
        normaliser_version: document.normaliser_version,
        length: map.length.code_point,
        byte_length: map.length.byte,
        start,
        end,
        byte_start: map.byteOf(from),
        byte_end: map.byteOf(to),
        next_offset: end < map.length.code_point ? end : null,
        text: span,
      }
    },
  )
}

function toDocument(document: PublishedDocument, view: View) {
  return {
    object: 'document' as const,
    document_id: document.document_id,
    accession_number: document.accession_number,
    sequence: document.sequence,
    document_type: document.document_type,
    file_name: document.file_name,
    description: document.description,
    document_sha256: document.document_sha256,
    byte_length: document.byte_end - document.byte_start,
    text_status: document.text_status,
    text_sha256: document.text_sha256,
    text_length: document.text_length,
    text_byte_length: document.text_byte_length,
    normaliser_version: document.normaliser_version,
    source_url: documentUrl(document, view.dataset),
  }
}
