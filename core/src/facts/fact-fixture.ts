import { canonicalText } from '../documents/canonical-text.ts'
import type { InlineDocument } from '../xbrl/inline.ts'

const NAMESPACES = {
  '': 'http://www.w3.org/1999/xhtml',
  ix: 'http://www.xbrl.org/2013/inlineXBRL',
  ixt: 'http://www.xbrl.org/inlineXBRL/transformation/2020-02-12',
  'ixt-sec': 'http://www.sec.gov/inlineXBRL/transformation/2015-08-31',
  xbrli: 'http://www.xbrl.org/2003/instance',
  xbrldi: 'http://xbrl.org/2006/xbrldi',
  link: 'http://www.xbrl.org/2003/linkbase',
  xlink: 'http://www.w3.org/1999/xlink',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  iso4217: 'http://www.xbrl.org/2003/iso4217',
  dei: 'http://xbrl.sec.gov/dei/2024',
  'us-gaap': 'http://fasb.org/us-gaap/2024',
  hlr: 'http://www.harborlight.example/20241231',
}
const DECLARATIONS = Object.entries(NAMESPACES)
  .map(([prefix, uri]) => `xmlns${prefix === '' ? '' : `:${prefix}`}="${uri}"`)
  .join(' ')

export const CIK = '0009900001'
const ENTITY = `<xbrli:identifier scheme="http://www.sec.gov/CIK">${CIK}</xbrli:identifier>`

export function context(id: string, period: string, segment = '', scenario = ''): string {
  const dates = period.includes('/')
    ? `<xbrli:startDate>${period.split('/')[0]}</xbrli:startDate><xbrli:endDate>${period.split('/')[1]}</xbrli:endDate>`
    : `<xbrli:instant>${period}</xbrli:instant>`
  const part = segment === '' ? '' : `<xbrli:segment>${segment}</xbrli:segment>`
  const rest = scenario === '' ? '' : `<xbrli:scenario>${scenario}</xbrli:scenario>`
  return `<xbrli:context id="${id}"><xbrli:entity>${ENTITY}${part}</xbrli:entity><xbrli:period>${dates}</xbrli:period>${rest}</xbrli:context>`
}

export const member = (axis: string, name: string) =>
  `<xbrldi:explicitMember dimension="${axis}">${name}</xbrldi:explicitMember>`

/** The contexts and units most fixtures need: `y` a year, `i` its last day, `seg` a segment of the year. */
export const RESOURCES = [
  context('y', '2024-01-01/2024-12-31'),
  context('i', '2024-12-31'),
  context(
    'seg',
    '2024-01-01/2024-12-31',
    member('us-gaap:StatementBusinessSegmentsAxis', 'hlr:RoboticsMember'),
  ),
  '<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>',
  '<xbrli:unit id="shares"><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unit>',
  '<xbrli:unit id="eps"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator></xbrli:divide></xbrli:unit>',
].join('')

/** An inline document of invented facts. */
export function inlineHtml(
  body: string,
  options: { hidden?: string; resources?: string; schema?: string | null } = {},
): string {
  const { hidden = '', resources = RESOURCES, schema = 'hlr-20241231.xsd' } = options
  const references =
    schema === null
      ? ''
      : `<ix:references><link:schemaRef xlink:type="simple" xlink:href="${schema}"/></ix:references>`
  return `<?xml version="1.0" encoding="utf-8"?><html ${DECLARATIONS}><body><div style="display:none"><ix:header><ix:hidden>${hidden}</ix:hidden>${references}<ix:resources>${resources}</ix:resources></ix:header></div>${body}</body></html>`
}

export function inlineDocument(
  html: string,
  document_id = '0009900001-25-000001:1',
): InlineDocument & { text: string } {
  const { text, inline_xbrl } = canonicalText(Buffer.from(html), 'html')
  if (inline_xbrl === null) throw new Error('the fixture has no inline XBRL')
  return { document_id, inline: inline_xbrl, text }
}

export const amount = (attributes: string, shown: string) =>
  `<ix:nonFraction contextRef="y" unitRef="usd" decimals="0" ${attributes}>${shown}</ix:nonFraction>`

/** An instance document of invented facts. */
export function instanceXml(facts: string, resources = RESOURCES): string {
  return `<?xml version="1.0"?><xbrli:xbrl ${DECLARATIONS}><link:schemaRef xlink:type="simple" xlink:href="http://10.0.0.1/x.xsd"/>${resources}${facts}</xbrli:xbrl>`
}
