import { documentKind } from '@sec-latent/core/documents/document-kind'
import type { PublishedDocument } from '@sec-latent/core/documents/read-store'
import type { DocumentBlocks } from '@sec-latent/core/documents/store'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import { sha256 } from '@sec-latent/core/sha256'
import { ProblemError } from '../problems.ts'

/** An object that must be there: rows never point at bytes that were not stored first. */
export async function storedBytes(objects: ObjectStore, address: string): Promise<Buffer> {
  let bytes: Buffer | undefined
  try {
    bytes = await objects.get(address)
  } catch (cause) {
    throw new ProblemError('object_unavailable', { cause })
  }
  if (bytes === undefined)
    throw new ProblemError('object_unavailable', { cause: new Error(`object ${address} is missing`) })
  return bytes
}

/** The original bytes of a document, sliced out of the submission and checked against their own hash. */
export async function documentBytes(objects: ObjectStore, document: PublishedDocument): Promise<Buffer> {
  const submission = await storedBytes(objects, document.submission_sha256)
  const bytes = submission.subarray(document.byte_start, document.byte_end)
  if (sha256(bytes) !== document.document_sha256) {
    throw new ProblemError('object_unavailable', {
      cause: new Error(`document ${document.document_id} does not match`),
    })
  }
  return bytes
}

/** The canonical text of a document. */
export async function documentText(
  objects: ObjectStore,
  document: { document_id: string; text_sha256: string | null; text_status?: string },
): Promise<string> {
  if (document.text_sha256 === null) {
    throw new ProblemError('document_has_no_text', {
      detail: `The document ${document.document_id} has no canonical text${document.text_status ? ` (${document.text_status})` : ''}.`,
    })
  }
  return (await storedBytes(objects, document.text_sha256)).toString('utf8')
}

/** What was read out of the document beside its text: blocks, which Markdown is drawn from, tables, sections. */
export async function documentParts(
  objects: ObjectStore,
  document: { blocks_sha256: string | null },
): Promise<DocumentBlocks> {
  const nothing: DocumentBlocks = { blocks: [], tables: [], hidden: [], sections: [] }
  if (document.blocks_sha256 === null) return nothing
  // The first normalisers stored no tables.
  return { ...nothing, ...JSON.parse((await storedBytes(objects, document.blocks_sha256)).toString('utf8')) }
}

const MEDIA_TYPES = { html: 'text/html', xml: 'application/xml', text: 'text/plain' } as const

/**
 * Headers that let original bytes be downloaded and never run: filings are written by strangers. The name is ours, not
 * the filed one.
 */
export function downloadHeaders(document: PublishedDocument, bytes: Buffer): Record<string, string> {
  const kind = documentKind(document, bytes)
  const media =
    kind in MEDIA_TYPES ? MEDIA_TYPES[kind as keyof typeof MEDIA_TYPES] : 'application/octet-stream'
  const extension = { html: 'htm', xml: 'xml', text: 'txt' }[kind as 'html' | 'xml' | 'text'] ?? 'bin'
  return {
    'content-type': media,
    'content-disposition': `attachment; filename="${document.accession_number}-${document.sequence}.${extension}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=31536000, immutable',
    etag: `W/"${document.document_sha256}"`,
  }
}
