import { expect, test } from 'vitest'
import { commentSnippets, completed, sdkSnippets } from './sdk-snippets.ts'

test('an example in a comment is found by its line and gets the imports it leaves out', () => {
  const source = [
    'const before = 1',
    '/**',
    ' * Words.',
    ' *',
    ' * ```ts',
    ' * const client = new LatentClient({ apiKey: clientCredentials({ clientId, clientSecret }) })',
    ' * ```',
    ' */',
    'export function x() {}',
  ].join('\n')
  expect(commentSnippets('x.ts', source)).toEqual([
    {
      name: 'sdk/src/x.ts:5',
      language: 'ts',
      code: [
        "import { LatentClient, clientCredentials } from '@sec-latent/sdk'",
        "const clientId = 'sa_example'",
        "const clientSecret = 'a secret'",
        'const client = new LatentClient({ apiKey: clientCredentials({ clientId, clientSecret }) })',
        '',
      ].join('\n'),
      runs: true,
    },
  ])
})

test('what is imported or declared already is left alone, and so are words in texts and names of fields', () => {
  const code = "import { page } from '@sec-latent/sdk/testing'\nconst sign = page(['unwrap'])\nsign.cached\n"
  expect(completed(code)).toBe(code)
})

test('there are examples in the README and in the comments', async () => {
  const names = (await sdkSnippets()).map(({ name }) => name.split(':')[0])
  for (const file of ['sdk/README.md', 'sdk/src/client.ts', 'sdk/src/core.ts', 'sdk/src/testing.ts'])
    expect(names).toContain(file)
})
