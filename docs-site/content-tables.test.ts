import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const CONTENT = fileURLToPath(new URL('./content', import.meta.url))

/** The first rows of the tables of a page, each with the row of dashes under it. */
function headersOf(page: string): { header: string[]; columns: number }[] {
  const lines = page.split('\n')
  const cells = (line: string) => line.replace(/^\||\|\s*$/g, '').split('|')
  return lines.flatMap((line, i) => {
    const header = lines[i - 1]
    if (!/^\|[\s:|-]+\|\s*$/.test(line) || !header?.startsWith('|')) return []
    return [{ header: cells(header).map((cell) => cell.trim()), columns: cells(line).length }]
  })
}

it('every column of every table has a heading, which who listens to a page needs', () => {
  const pages = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.mdx?$/.test(name),
  )
  const headers = pages.flatMap((page) =>
    headersOf(readFileSync(`${CONTENT}/${page}`, 'utf8')).map((found) => ({ page, ...found })),
  )
  expect(headers.length).toBeGreaterThan(50)
  expect(headers.filter(({ header, columns }) => header.length !== columns || header.includes(''))).toEqual(
    [],
  )
})
