import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(root, 'docs-site', 'content', 'docs', 'operate', 'configuration.mdx'), 'utf8')
const example = readFileSync(join(root, '.env.example'), 'utf8')

it('every setting of .env.example is explained on the configuration page', () => {
  const settings = [...example.matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name)
  expect(settings.length).toBeGreaterThan(20)
  expect(settings.filter((name) => !page.includes(`| \`${name}\``))).toEqual([])
})
