import { expect, test } from 'vitest'
import { guideSnippets, snippetsOf } from './snippets.ts'

test('programs and requests are found with their page and line, commands that install are not', () => {
  const page = [
    'Words.',
    '```bash',
    'npm start',
    '```',
    '```ts title="a.ts" only-types',
    'const a = 1',
    '```',
    '```bash',
    'curl -H "Authorization: Bearer $LATENT_API_KEY" http://localhost:8000/v1/filings',
    '```',
    '```json',
    '{}',
    '```',
  ].join('\n')
  expect(snippetsOf('guide.mdx', page)).toEqual([
    { name: 'guide.mdx:5', language: 'ts', code: 'const a = 1\n', runs: false },
    expect.objectContaining({ name: 'guide.mdx:8', language: 'bash', runs: true }),
  ])
})

test('the quick start and the pages of the SDK have snippets', async () => {
  const pages = (await guideSnippets()).map(({ name }) => name.split(':')[0])
  for (const page of ['quick-start.mdx', 'sdk/index.mdx', 'sdk/middleware.mdx', 'concepts/pagination.mdx'])
    expect(pages).toContain(page)
})
