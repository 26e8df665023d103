import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { DocumentReadStore, PublishedDocument } from '@sec-latent/core/documents/read-store'
import {
  type Attachment as AttachedFile,
  AttachmentError,
  type AttachmentKind,
  attachmentOf,
} from '@sec-latent/core/filings/attachment'
import type { FilingReadStore } from '@sec-latent/core/filings/read-store'
import { listZip, ZipError } from '@sec-latent/core/filings/zip-archive'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import { prefersBytes } from '../accept.ts'
import { documentBytes, downloadHeaders } from '../documents/bytes.ts'
import { DocumentParams } from '../documents/schema.ts'
import { accessionOf, findFiling } from '../filings/find.ts'
import { AsOfQuery } from '../filings/schema.ts'
import { viewOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import { Attachment } from './schema.ts'

export interface AttachmentServices {
  filings: FilingReadStore
  documents: DocumentReadStore
  objects: ObjectStore
}

const MEDIA_TYPES: Record<AttachmentKind, string> = {
  pdf: 'application/pdf',
  zip: 'application/zip',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  png: 'image/png',
  bmp: 'image/bmp',
  unknown: 'application/octet-stream',
}

export const attachmentRoutes: FastifyPluginAsyncTypebox<AttachmentServices> = async (app, services) => {
  const { filings, documents, objects } = services
  app.addSchema(Attachment)

  app.get(
    '/filings/:accession_number/documents/:sequence/attachment',
    {
      config: access({
        scopes: ['filings:read'],
        problems: [
          'filing_not_found',
          'filing_not_published',
          'document_not_found',
          'document_has_no_attachment',
          'object_unavailable',
        ],
        alternatives: { 'application/octet-stream': 'The file itself, as it was before EDGAR encoded it.' },
        answers: { 200: 'What the file is, or its bytes when `Accept` asks for anything but JSON.' },
        example: { path: { accession_number: '0009990900-22-000035', sequence: 11 } },
      }),
      schema: {
        operationId: 'getAttachment',
        summary: 'Get the file a document carries',
        description:
          'EDGAR carries images, PDFs and archives inside a submission as text. This decodes one of them: what it is, its hash, and of an archive the files in it, or with an `Accept` header that prefers anything but JSON the file itself, to be saved and never run.',
        tags: ['Filings'],
        params: DocumentParams,
        querystring: AsOfQuery,
        response: { 200: named(Attachment) },
      },
    },
    async (request, reply) => {
      const view = viewOf(request, reply, request.query.as_of)
      const { params } = request
      const filing = await findFiling(filings, view, accessionOf(params.accession_number))
      const document = await documents.find(filing.accession_number, Number(params.sequence))
      if (!document) {
        throw new ProblemError('document_not_found', {
          detail: `The filing ${filing.accession_number} has no document with sequence ${params.sequence}.`,
        })
      }
      const file = decoded(document, await documentBytes(objects, document))
      if (!prefersBytes(request.headers.accept)) return described(document, file)
      return reply.headers(fileHeaders(document, file)).send(file.bytes as never)
    },
  )
}

function decoded(document: PublishedDocument, content: Buffer): AttachedFile {
  try {
    return attachmentOf(content)
  } catch (error) {
    if (!(error instanceof AttachmentError)) throw error
    throw new ProblemError('document_has_no_attachment', {
      detail: `The document ${document.document_id} carries no file (${error.reason}).`,
    })
  }
}

function described(document: PublishedDocument, { kind, bytes, sha256 }: AttachedFile) {
  return {
    object: 'attachment' as const,
    document_id: document.document_id,
    kind,
    file_name: document.file_name,
    byte_length: bytes.length,
    attachment_sha256: sha256,
    entries: kind === 'zip' ? entriesOf(bytes) : null,
  }
}

function entriesOf(archive: Buffer) {
  try {
    return listZip(archive).map(({ name, bytes, compressed_bytes }) => ({
      name,
      byte_length: bytes,
      compressed_byte_length: compressed_bytes,
    }))
  } catch (error) {
    if (error instanceof ZipError) return null
    throw error
  }
}

function fileHeaders(document: PublishedDocument, { kind, bytes, sha256 }: AttachedFile) {
  const extension = kind === 'unknown' ? 'bin' : kind
  return {
    ...downloadHeaders(document, bytes),
    'content-type': MEDIA_TYPES[kind],
    'content-disposition': `attachment; filename="${document.accession_number}-${document.sequence}.${extension}"`,
    etag: `W/"${sha256}"`,
  }
}
