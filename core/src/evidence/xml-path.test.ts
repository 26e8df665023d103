import { expect, test } from 'vitest'
import { xmlPathTexts, xmlTextVerdict } from './xml-path.ts'

const xml = Buffer.from(
  '<XML>\n<?xml version="1.0"?>\n<a xmlns:n="u"><b>1</b><n:b>\n 2 <c>x</c> </n:b><b><![CDATA[3 < 4]]></b><e/></a>\n</XML>\n',
)

test('the texts at several paths are read together, an element inside another one included', () => {
  const texts = xmlPathTexts(xml, [
    '/a/b',
    '/a/b[2]',
    '/a/b[2]/c',
    '/a/b[3]',
    '/a/e',
    '/a/b[4]',
    '/nowhere',
    'b',
    '/a/b[0]',
  ])
  expect([...(texts ?? [])]).toEqual([
    ['/a/b', '1'],
    ['/a/b[2]', '2 x'],
    ['/a/b[2]/c', 'x'],
    ['/a/b[3]', '3 < 4'],
    ['/a/e', ''],
  ])
  expect(xmlTextVerdict(texts, '/a/b[2]', ' 2\nx')).toBe('verified')
  expect(xmlTextVerdict(texts, '/a/b[2]', '2')).toBe('value_mismatch')
  expect(xmlTextVerdict(texts, '/a/b[4]', '2')).toBe('path_not_found')
})

test('a document that cannot be read has no texts, and verifies nothing', () => {
  for (const broken of ['<a><b></a>', '<!DOCTYPE a><a/>', 'no markup']) {
    const texts = xmlPathTexts(Buffer.from(broken), ['/a'])
    expect(texts).toBeNull()
    expect(xmlTextVerdict(texts, '/a', '')).toBe('source_unreadable')
  }
})
