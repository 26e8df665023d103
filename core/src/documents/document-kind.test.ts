import { describe, expect, test } from 'vitest'
import { documentKind } from './document-kind.ts'
import { isUuencoded } from './uuencoded.ts'

const kind = (content: string | Uint8Array, file_name: string | null = null) =>
  documentKind({ file_name }, typeof content === 'string' ? Buffer.from(content) : content)

describe('the kind of a document', () => {
  test.each([
    ['<html><body>x</body></html>', 'html'],
    ['\n\n<!-- made by hand -->\n<HTML>', 'html'],
    ['<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 3.2//EN">', 'html'],
    ['<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', 'html'],
    ['<P STYLE="margin:0">No head at all</P>', 'html'],
    ['<?xml version="1.0"?><ownershipDocument/>', 'xml'],
    ['<xbrli:xbrl xmlns:xbrli="x">', 'xml'],
    ['<edgarSubmission>', 'xml'],
    ['<PAGE>\n<TABLE>\n<CAPTION>\n<S>   <C>\nSales   12\n</TABLE>', 'text'],
    ['Plain words, 5 < 6.', 'text'],
    ['begin 644 logo.jpg\nM_]C_X  02D9)1@ ! 0\nend\n', 'uuencoded'],
    ['\nbegin 644 ../../../etc/passwd\nM_]C_\nend\n', 'uuencoded'],
    ['%PDF-1.4\n%\u00e2\u00e3', 'binary'],
    ['PK\u0003\u0004\u0014', 'binary'],
    ['', 'empty'],
    [' \r\n\t\n', 'empty'],
  ])('%j is %s', (content, expected) => {
    expect(kind(content)).toBe(expected)
  })

  test('the file name decides only where the content leaves it open', () => {
    expect(kind('some <x> text', 'a.htm')).toBe('html')
    expect(kind('begin 644 a.htm\nM_\n', 'a.htm')).toBe('uuencoded')
    expect(kind('Plain words', 'a.htm')).toBe('text')
  })

  test('UTF-16 is text, not binary', () => {
    expect(kind(Buffer.from('\ufeff<html><body>x', 'utf16le'))).toBe('html')
    expect(kind(Buffer.from('\ufeffPlain words', 'utf16le'))).toBe('text')
  })

  test('the word begin does not make prose uuencoded', () => {
    expect(isUuencoded(Buffer.from('begin with the end in mind'))).toBe(false)
    expect(isUuencoded(Buffer.from('begin 1234'))).toBe(false)
  })

  test('a hundred megabytes of spaces are judged in well under a second', () => {
    const before = process.cpuUsage()
    expect(kind(Buffer.alloc(100_000_000, 0x20))).toBe('empty')
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1500)
  })
})
