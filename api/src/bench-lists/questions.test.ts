import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { randomOf } from './load.ts'
import { questions } from './questions.ts'

interface Contract {
  paths: Record<string, { get: { parameters: { name?: string; in?: string }[] } }>
}

const contract = JSON.parse(
  readFileSync(new URL('../../../openapi/openapi.json', import.meta.url), 'utf8'),
) as Contract

const EXAMPLE = {
  accession_number: '0001000000-05-000000',
  cik: '0000000001',
  form_type: '10-K',
  accepted_at: '2005-06-01T00:00:00Z',
}
/** Pages at a depth are asked with it, in every question. */
const ASKED_WITH_EVERY_QUESTION = ['cursor']

it.each(['filings', 'signals'] as const)('every parameter of the list of %s is measured', (list) => {
  const random = randomOf(1)
  const asked = new Set(ASKED_WITH_EVERY_QUESTION)
  // Some questions ask with one of two pairs of bounds.
  for (let times = 0; times < 20; times++)
    for (const question of questions.filter((one) => one.list === list))
      for (const name of Object.keys(question.query(random, EXAMPLE))) asked.add(name)
  const offered = contract.paths[`/v1/${list}`]?.get.parameters
    .filter((parameter) => parameter.in === 'query')
    .map((parameter) => parameter.name as string)
  expect(offered?.length).toBeGreaterThan(15)
  expect(offered?.filter((name) => !asked.has(name))).toEqual([])
})
