import { describe, expect, test } from 'vitest'
import { readForm } from './form-xml.ts'
import { all, cikOf, dayOf, flagOf, numberOf, text } from './values.ts'

const bytes = (xml: string) => Buffer.from(xml)

describe('a form filed as XML', () => {
  test('is read under any prefix, with its text collapsed', () => {
    const root = readForm(
      bytes(' <?xml version="1.0"?><n1:form xmlns:n1="u"><n1:a>\n one \t two </n1:a></n1:form>'),
    )
    expect(root.name).toBe('form')
    expect(text(root, 'a')).toBe('one two')
    expect(text(root, 'b/c')).toBeNull()
  })

  test.each([
    ['xml_doctype_refused', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['xml_malformed', '<a>&nowhere;</a>'],
    ['xml_malformed', '<a><b></a>'],
    ['xml_malformed', ''],
    ['xml_too_deep', '<a>'.repeat(300)],
  ])('is refused with the reason %s', (reason, xml) => {
    expect(() => readForm(bytes(xml))).toThrow(expect.objectContaining({ reason }))
  })
})

describe('values', () => {
  test('numbers, days, boxes and CIKs are read as forms write them, and nothing else is', () => {
    expect(['1,250', '$3.50', '-7', '1.2E3', '.5'].map(numberOf)).toEqual([1250, 3.5, -7, 1200, 0.5])
    expect(['N/A', '', 'Indefinite', '1-2', '0x10'].map(numberOf)).toEqual([null, null, null, null, null])
    expect(['12-31-2024', '1/5/2024', '2024-02-29'].map(dayOf)).toEqual([
      '2024-12-31',
      '2024-01-05',
      '2024-02-29',
    ])
    expect(['13-31-2024', '2023-02-29', 'N/A', '0000-00-00'].map(dayOf)).toEqual([null, null, null, null])
    expect(['Y', 'true', '0', 'No', 'maybe', null].map(flagOf)).toEqual([
      true,
      true,
      false,
      false,
      null,
      null,
    ])
    expect(['0001', '1067983', '0000000000', 'x'].map(cikOf)).toEqual([
      '0000000001',
      '0001067983',
      null,
      null,
    ])
  })

  test('a path finds every element of it', () => {
    const root = readForm(bytes('<a><b><c>1</c><c>2</c></b><b><c>3</c></b></a>'))
    expect(all(root, 'b/c').map((found) => found.text)).toEqual(['1', '2', '3'])
  })
})
