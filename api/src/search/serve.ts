import type { DocumentReadStore } from '@sec-latent/core/documents/read-store'
import { textFragmentUrl } from '@sec-latent/core/evidence/text-fragment'
import type { FilingReadStore } from '@sec-latent/core/filings/read-store'
import type { View } from '@sec-latent/core/knowledge-time'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import { type SearchLeaf, type SearchNode, wantedLeaves } from '@sec-latent/core/search/query'
import type { MatchingChunk, SearchHit } from '@sec-latent/core/search/search-index'
import { type Snippet, snippetsOf } from '@sec-latent/core/search/snippets'
import { sha256 } from '@sec-latent/core/sha256'
import { documentUrl } from '../documents/links.ts'
import { ProblemError } from '../problems.ts'

/** Passages shown of one hit. */
export const SNIPPETS_PER_HIT = 3

/** Hits as they are answered: with the passages read out of their texts, their filers and their links. */
export function hitServer(services: {
  filings: FilingReadStore
  documents: DocumentReadStore
  objects: ObjectStore
}) {
  const { filings, documents, objects } = services

  return async function serve(view: View, hits: readonly SearchHit[], query: SearchNode, ranked: boolean) {
    if (hits.length === 0) return []
    const leaves = wantedLeaves(query)
    const accession_number = [...new Set(hits.map((hit) => hit.accession_number))]
    const [published, files, snippets] = await Promise.all([
      filings.list(view, { accession_number }, { limit: accession_number.length, order: 'desc' }),
      documents.byIds([...new Set(hits.map((hit) => hit.document_id))]),
      Promise.all(hits.map((hit) => passagesOf(hit, leaves))),
    ])
    const filersOf = new Map(published.map((filing) => [filing.accession_number, filing.filers]))
    const urlOf = new Map(files.map((file) => [file.document_id, documentUrl(file, view.dataset)]))
    return hits.map((hit, at) => {
      const source_url = urlOf.get(hit.document_id) ?? null
      return {
        object: 'search_hit' as const,
        ...hit,
        filers: (filersOf.get(hit.accession_number) ?? []).map(({ role, cik, name }) => ({
          role,
          cik,
          name,
        })),
        section_id: hit.section_key === '' ? null : `${hit.document_id}:${hit.section_key}`,
        section_key: hit.section_key === '' ? null : hit.section_key,
        relevance: ranked ? hit.relevance : null,
        source_url,
        snippets: (snippets[at] ?? []).map(({ section_key, ...snippet }) => ({
          section_id: section_key === null ? null : `${hit.document_id}:${section_key}`,
          unit: 'code_point' as const,
          ...snippet,
          text_fragment_url: source_url && textFragmentUrl(source_url, snippet.quote),
        })),
      }
    })
  }

  /** The best passages of a hit, out of the stretches the index names. */
  async function passagesOf(
    hit: SearchHit,
    leaves: SearchLeaf[],
  ): Promise<(Snippet & { section_key: string | null })[]> {
    const perChunk = Math.max(1, Math.floor(SNIPPETS_PER_HIT / hit.chunks.length))
    const found = await Promise.all(
      hit.chunks.map(async (chunk) => {
        const text = await textOf(hit.text_sha256, chunk)
        return snippetsOf(text, chunk, leaves, perChunk).map((snippet) => ({
          ...snippet,
          section_key: chunk.section_key,
        }))
      }),
    )
    return found.flat()
  }

  /** A stretch of a text, read alone and checked against its own hash. */
  async function textOf(textSha256: string, chunk: MatchingChunk): Promise<string> {
    let bytes: Buffer | undefined
    try {
      bytes = await objects.getRange(textSha256, chunk.byte_start, chunk.byte_end)
    } catch (cause) {
      throw new ProblemError('object_unavailable', { cause })
    }
    if (bytes === undefined || sha256(bytes) !== chunk.chunk_sha256) {
      throw new ProblemError('object_unavailable', {
        cause: new Error(
          `part ${chunk.byte_start} to ${chunk.byte_end} of object ${textSha256} is missing or changed`,
        ),
      })
    }
    return bytes.toString('utf8')
  }
}
