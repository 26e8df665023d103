import { describe, expect, test } from 'vitest'
import { canonicalText } from '../documents/canonical-text.ts'
import { itemListOf } from './items.ts'
import { sectionsOf } from './tile.ts'
import { tilingFault } from './tiling.ts'

const SENTENCE = 'Fjordland Seilduk ASA weaves sailcloth on two looms at the mouth of the river. '
const body = (times = 8) => `<p>${SENTENCE.repeat(times)}</p>`
const item = (heading: string, times?: number) => `<p><b>${heading}</b></p>${body(times)}`

function read(html: string, filedOn = '2024-04-20') {
  const text = canonicalText(Buffer.from(`<html><body><p>Form 20-F</p>${html}</body></html>`), 'html')
  const sections = sectionsOf('20-F', text, filedOn)
  expect(tilingFault(sections, text.text)).toBeNull()
  return { text: text.text, sections, find: (key: string) => sections.find((one) => one.section_key === key) }
}

const FRONT = `${item('ITEM 1. IDENTITY OF DIRECTORS, SENIOR MANAGEMENT AND ADVISERS', 1)}
  ${item('ITEM 2. OFFER STATISTICS AND EXPECTED TIMETABLE', 1)}`
const HOME = `${item('ITEM 4. INFORMATION ON THE COMPANY', 1)}${item('A. History and Development of the Company')}
  ${item('B. Business Overview')}${item('ITEM 4A. UNRESOLVED STAFF COMMENTS', 1)}
  ${item('ITEM 5. OPERATING AND FINANCIAL REVIEW AND PROSPECTS')}`

describe('a 20-F', () => {
  test.each([
    ['with the number of its item', 'Item 3.D. Risk Factors'],
    ['run together with it', 'Item 3D. Risk Factors'],
    ['alone', 'D. Risk Factors'],
  ])('finds a lettered part whose letter stands %s', (_, heading) => {
    const { find, text } = read(
      `${FRONT}${item('ITEM 3. KEY INFORMATION', 1)}${item('B. Capitalization and Indebtedness', 1)}${item(heading)}${HOME}`,
    )
    const risks = find('20f.item_3d')
    expect(risks).toMatchObject({ status: 'ok', disposition: 'extracted' })
    expect(text.slice(risks?.start, risks?.end)).toContain(heading)
    expect(find('20f.item_3b')?.status).toBe('ok')
  })

  test('4.A, the history of the company, is not 4A, the comments of the staff', () => {
    const { find, text } = read(`${FRONT}${item('ITEM 3. KEY INFORMATION')}${HOME}`)
    const [history, comments] = [find('20f.item_4_a'), find('20f.item_4a')]
    expect(text.slice(history?.start, history?.end)).toMatch(/^A\. History/)
    expect(text.slice(comments?.start, comments?.end)).toMatch(/^ITEM 4A\. UNRESOLVED/)
  })

  test('risk factors that are not there are missed, other lettered parts are not', () => {
    const { find } = read(`${FRONT}${item('ITEM 3. KEY INFORMATION')}${HOME}`)
    expect(find('20f.item_3d')).toMatchObject({ disposition: 'absent' })
    expect(find('20f.item_3a')).toBeUndefined()
  })

  test.each([
    ['20f.item_16k', '2023-06-01', '2024-04-20'],
    ['20f.item_16i', '2021-04-01', '2023-04-01'],
    ['20f.item_16a', '2003-01-01', '2004-06-30'],
  ])('%s is asked for from the day the form had it', (key, before, after) => {
    const html = `${FRONT}${item('ITEM 3. KEY INFORMATION')}${HOME}`
    expect(read(html, before).find(key)).toBeUndefined()
    expect(read(html, after).find(key)).toBeDefined()
  })

  test('the numbering before Release 33-7745 meant other things and is not read with today’s', () => {
    expect(itemListOf('20-F', '1999-06-30')).toBeUndefined()
  })

  test('headings buried in a text without line breaks are found', () => {
    const names = [
      'Item 1. Identity of Directors, Senior Management and Advisers Not applicable.',
      'Item 2. Offer Statistics and Expected Timetable Not applicable.',
      `Item 3. Key Information ${SENTENCE.repeat(20)}`,
      `Item 4. Information on the Company ${SENTENCE.repeat(20)} as shown in Item 5. Operating and financial review.`,
      `Item 5. Operating and Financial Review and Prospects ${SENTENCE.repeat(20)}`,
    ]
    const { find, text } = read(`<p>${names.join(' ')}</p>`)
    expect(text.slice(find('20f.item_4')?.start, find('20f.item_4')?.end)).toContain('as shown in Item 5')
    expect(find('20f.item_5')?.status).toBe('ok')
  })
})
