import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { View } from '@sec-latent/core/knowledge-time'
import { parseQuery } from '@sec-latent/core/search/parse-query'
import { type SearchNode, SearchQueryError } from '@sec-latent/core/search/query'
import type { SearchQuestion } from '@sec-latent/core/search/search-index'
import type { Static } from 'typebox'
import { type CompanyScope, companyScope } from '../filings/scope.ts'
import { rangeOf } from '../listing.ts'
import { ProblemError } from '../problems.ts'
import type { SearchQuery } from './schema.ts'

type QuestionParameters = Omit<Static<typeof SearchQuery>, 'sort' | 'cursor' | 'limit'>

/** The question a request asks, and the scope it asks it of. */
export async function questionOf(
  parameters: QuestionParameters,
  dataset: View['dataset'],
  entities: Pick<EntityReadStore, 'ciksOfTickers'>,
): Promise<{ question: SearchQuestion; scope: CompanyScope }> {
  const query = readQuery(parameters.q)
  const scope = await companyScope(parameters, dataset, entities)
  const { filing_date: day } = parameters
  const days = rangeOf(parameters, 'filing_date')
  return {
    scope,
    question: {
      query,
      filter: {
        ...scope,
        section_key: parameters.section_key,
        accepted_at: rangeOf(parameters, 'accepted_at'),
        filing_date:
          day === undefined ? days : { ...days, gte: later(days?.gte, day), lte: earlier(days?.lte, day) },
      },
    },
  }
}

function readQuery(text: string): SearchNode {
  try {
    return parseQuery(text)
  } catch (error) {
    if (!(error instanceof SearchQueryError)) throw error
    const detail = `q: ${error.message} (at position ${error.position})`
    throw ProblemError.parameter('q', detail, { code: 'invalid_query', position: error.position })
  }
}

function later(a: string | undefined, b: string): string {
  return a !== undefined && a > b ? a : b
}

function earlier(a: string | undefined, b: string): string {
  return a !== undefined && a < b ? a : b
}
