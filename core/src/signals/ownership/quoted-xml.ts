import type { XmlPathEvidence } from '../../evidence/evidence.ts'
import { xmlPathTexts } from '../../evidence/xml-path.ts'
import type { ObjectStore } from '../../objects/store.ts'
import { sha256 } from '../../sha256.ts'

/** An XML document of a stored filing, by its place inside the submission. */
export interface XmlPlace {
  document_id: string
  document_sha256: string
  submission_sha256: string
  byte_start: number
  byte_end: number
}

/** Longer texts are quoted as a span of the canonical text, or not at all. */
const MAX_QUOTE = 1_000

/** Bytes of one document, out of its submission; null when they are not what was read. */
export async function documentBytes(place: XmlPlace, objects: ObjectStore): Promise<Buffer | null> {
  const bytes = await objects.getRange(place.submission_sha256, place.byte_start, place.byte_end)
  return bytes && sha256(bytes) === place.document_sha256 ? bytes : null
}

/** The texts at these paths, as evidence must give them; empty for a document that is not well-formed. */
export async function quotesOf(
  place: XmlPlace,
  paths: readonly string[],
  objects: ObjectStore,
): Promise<Record<string, string>> {
  const bytes = paths.length === 0 ? null : await documentBytes(place, objects)
  return quotesIn(bytes, paths)
}

export function quotesIn(bytes: Uint8Array | null, paths: readonly string[]): Record<string, string> {
  const texts = bytes && xmlPathTexts(bytes, paths)
  if (!texts) return {}
  return Object.fromEntries([...texts].filter(([, text]) => text !== '' && text.length <= MAX_QUOTE))
}

/** Evidence for the element at a path; nothing where it could not be quoted. */
export function xmlEvidence(
  place: Pick<XmlPlace, 'document_id' | 'document_sha256'>,
  path: string,
  quote: string | undefined,
): XmlPathEvidence[] {
  if (quote === undefined) return []
  const { document_id, document_sha256 } = place
  return [{ kind: 'xml_path', document_id, document_sha256, path, value: quote }]
}
