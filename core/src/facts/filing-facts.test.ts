import { describe, expect, test } from 'vitest'
import { canonicalText } from '../documents/canonical-text.ts'
import { documentKind } from '../documents/document-kind.ts'
import { amount, inlineHtml, instanceXml } from './fact-fixture.ts'
import { type FactSource, factsOfDocuments } from './filing-facts.ts'

let sequence = 0
function source(content: string): FactSource {
  const bytes = Buffer.from(content)
  const kind = documentKind({ file_name: null }, bytes)
  const text = kind === 'html' ? canonicalText(bytes, kind) : null
  return { document_id: `a:${++sequence}`, kind, content: bytes, text }
}

const cover = [
  ['DocumentType', '10-K'],
  ['DocumentFiscalYearFocus', '2024'],
  ['DocumentFiscalPeriodFocus', 'FY'],
  ['DocumentPeriodEndDate', '2024-12-31'],
]
  .map(([tag, value]) => `<ix:nonNumeric name="dei:${tag}" contextRef="y">${value}</ix:nonNumeric>`)
  .join(' ')
const assets = amount('name="us-gaap:Assets"', '5')
const instance = instanceXml('<us-gaap:Assets contextRef="y" unitRef="usd" decimals="0">5</us-gaap:Assets>')
const page = '<html><body><p>No tags here.</p></body></html>'

test('inline XBRL is what was filed; the instance EDGAR made of it is left alone', () => {
  const documents = factsOfDocuments([
    source(inlineHtml(`<p>${cover} ${assets}</p>`)),
    source(page),
    source(instance),
  ])
  expect(documents.map(({ source, facts, text }) => [source, facts.length, text !== null])).toEqual([
    ['inline', 5, true],
  ])
  expect(documents[0]?.cover).toEqual({
    document_type: '10-K',
    document_fiscal_year: 2024,
    document_fiscal_period: 'FY',
    document_period_end: '2024-12-31',
  })
  expect(documents[0]?.namespaces).toEqual({
    dei: 'http://xbrl.sec.gov/dei/2024',
    'us-gaap': 'http://fasb.org/us-gaap/2024',
  })
})

test('an instance is read where nothing is inline', () => {
  const documents = factsOfDocuments([source(page), source(instance)])
  expect(documents.map(({ source, facts, text }) => [source, facts.length, text])).toEqual([
    ['instance', 1, null],
  ])
})

test('documents of one set share a cover page, a fee exhibit has its own facts', () => {
  const schema = 'https://xbrl.sec.gov/ffd/2024/ffd-2024.xsd'
  const documents = factsOfDocuments([
    source(inlineHtml(`<p>${cover}</p>`)),
    source(inlineHtml(`<p>${assets}</p>`, { schema: null, resources: '' })),
    source(inlineHtml(`<p>${assets}</p>`, { schema })),
  ])
  expect(documents.map(({ cover }) => cover.document_fiscal_year)).toEqual([2024, 2024, null])
  expect(documents.map(({ facts }) => facts[0]?.period_end)).toEqual([
    '2024-12-31',
    '2024-12-31',
    '2024-12-31',
  ])
})

test('a filing without XBRL has no facts', () => {
  expect(factsOfDocuments([source(page), source('<?xml version="1.0"?><ownershipDocument/>')])).toEqual([])
})

describe('what cannot be read is a failure with a reason', () => {
  test.each([
    ['a truncated instance', instance.slice(0, -30), 'instance_malformed'],
    ['a DOCTYPE', instance.replace('?>', '?><!DOCTYPE xbrl>'), 'instance_doctype_refused'],
  ])('%s', (_title, xml, reason) => {
    expect(() => factsOfDocuments([source(xml)])).toThrowError(expect.objectContaining({ reason }))
  })
})

test('a cover page says only what it can say', () => {
  const strange = cover
    .replace('2024<', 'about 2024<')
    .replace('2024-12-31', '2024-13-31')
    .replace('>FY<', '><')
  const [document] = factsOfDocuments([source(inlineHtml(`<p>${strange}</p>`))])
  expect(document?.cover).toEqual({
    document_type: '10-K',
    document_fiscal_year: null,
    document_fiscal_period: null,
    document_period_end: null,
  })
})
