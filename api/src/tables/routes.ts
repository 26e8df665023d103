import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { DocumentReadStore, PublishedDocument } from '@sec-latent/core/documents/read-store'
import type { FilingReadStore } from '@sec-latent/core/filings/read-store'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import type { SectionReadStore } from '@sec-latent/core/sections/read-store'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { documentParts, documentText } from '../documents/bytes.ts'
import { accessionOf, findFiling } from '../filings/find.ts'
import { FilingParams } from '../filings/schema.ts'
import { pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import { unknownSection } from '../sections/unknown-section.ts'
import { type ServedTable, tablesOf } from './rows.ts'
import { Table, TableCell, TableList, TableListQuery } from './schema.ts'

export interface TableServices {
  filings: FilingReadStore
  documents: DocumentReadStore
  sections: SectionReadStore
  objects: ObjectStore
  coverage: CoverageReader
  cursors: CursorCodec
}

/** Documents one request reads; a filing can have hundreds, most of them without a table. */
const MAX_DOCUMENTS_READ = 20
const DEFAULT_TABLES = 20

export const tableRoutes: FastifyPluginAsyncTypebox<TableServices> = async (app, services) => {
  const { filings, documents, sections, objects, coverage, cursors } = services
  for (const schema of [TableCell, Table, TableList]) app.addSchema(schema)

  app.get(
    '/filings/:accession_number/tables',
    {
      config: access({
        scopes: ['filings:read'],
        problems: [
          'filing_not_found',
          'filing_not_published',
          'document_not_found',
          'section_not_found',
          'object_unavailable',
        ],
        example: {
          path: { accession_number: '0009990001-25-000003' },
          query: { section_key: '10k.item_8', limit: 1 },
        },
      }),
      schema: {
        operationId: 'listTables',
        summary: 'List the tables of a filing',
        description:
          'The tables of every document as rows and cells, each cell with its place in the canonical text. Tables of old typed filings are text, not rows.',
        tags: ['Filings'],
        params: FilingParams,
        querystring: TableListQuery,
        response: { 200: named(TableList) },
      },
    },
    async (request, reply) => {
      const query = { limit: DEFAULT_TABLES, ...request.query }
      const page = pageOf(request, reply, query, cursors)
      const filing = await findFiling(filings, page.view, accessionOf(request.params.accession_number))
      const { accession_number } = filing
      if (query.section_key !== undefined) await requireSection(accession_number, query.section_key)
      const [sequence = query.sequence ?? 0, position = 0] = (page.after ?? []) as number[]
      const files = await documentsFrom(accession_number, sequence, query.sequence)

      const data: ServedTable[] = []
      let next: number[] | undefined
      for (const [index, document] of files.entries()) {
        if (index === MAX_DOCUMENTS_READ) next = [document.sequence, 0]
        if (next) break
        const from = document.sequence === sequence ? position : 0
        for (const table of await tablesIn(document, from)) {
          if (query.section_key !== undefined && table.section_key !== query.section_key) continue
          if (data.length === query.limit) {
            next = [document.sequence, table.position - 1]
            break
          }
          data.push(table)
        }
      }
      return {
        ...page.finishAt(data, next),
        coverage: await coverage(page.view, {
          scope: { accession_number: [accession_number] },
          empty: data.length === 0,
        }),
      }
    },
  )

  async function requireSection(accessionNumber: string, key: string): Promise<void> {
    const keys = await sections.keys(accessionNumber)
    if (!keys.includes(key)) throw unknownSection(accessionNumber, key, keys)
  }

  /** Documents with a text from a sequence on, one more than is read; or the only one that was asked for. */
  async function documentsFrom(
    accessionNumber: string,
    sequence: number,
    only: number | undefined,
  ): Promise<PublishedDocument[]> {
    if (only !== undefined) {
      const document = await documents.find(accessionNumber, only)
      if (document) return [document]
      throw new ProblemError('document_not_found', {
        detail: `The filing ${accessionNumber} has no document with sequence ${only}.`,
      })
    }
    return await documents.list(accessionNumber, {
      limit: MAX_DOCUMENTS_READ + 1,
      after: { sequence: sequence - 1 },
    })
  }

  async function tablesIn(document: PublishedDocument, from: number): Promise<Iterable<ServedTable>> {
    if (document.text_sha256 === null || document.blocks_sha256 === null) return []
    const parts = await documentParts(objects, document)
    if (parts.tables.length <= from) return []
    return tablesOf(document, await documentText(objects, document), parts, from)
  }
}
