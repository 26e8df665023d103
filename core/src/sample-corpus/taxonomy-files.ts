import type { Company } from './company.ts'
import { htmlText } from './html-text.ts'
import { BALANCE_SHEET_LINES, CASH_FLOW_LINES, INCOME_LINES, type PresentedConcept } from './statements.ts'
import type { SubmissionDocument } from './submission.ts'

interface Role {
  name: string
  definition: string
  root: string
  lines: PresentedConcept[]
  /** Totals with their parts and weights. */
  sums: [total: string, parts: [concept: string, weight: 1 | -1][]][]
}

const COVER: PresentedConcept[] = [
  ['Document Type', 'dei:DocumentType'],
  ['Document Period End Date', 'dei:DocumentPeriodEndDate'],
  ['Entity Registrant Name', 'dei:EntityRegistrantName'],
  ['Entity Central Index Key', 'dei:EntityCentralIndexKey'],
  ['Trading Symbol', 'dei:TradingSymbol'],
  ['Amendment Flag', 'dei:AmendmentFlag'],
].map(([label, concept]) => ({ label, concept, shown: 'label' }) as PresentedConcept)

const ROLES: Role[] = [
  {
    name: 'Cover',
    definition: '0000001 - Document - Cover',
    root: 'dei:CoverAbstract',
    lines: COVER,
    sums: [],
  },
  {
    name: 'StatementsOfIncome',
    definition: '0000002 - Statement - Consolidated Statements of Income',
    root: 'us-gaap:IncomeStatementAbstract',
    lines: INCOME_LINES,
    sums: [
      [
        'us-gaap:GrossProfit',
        [
          ['us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax', 1],
          ['us-gaap:CostOfRevenue', -1],
        ],
      ],
      [
        'us-gaap:OperatingIncomeLoss',
        [
          ['us-gaap:GrossProfit', 1],
          ['us-gaap:ResearchAndDevelopmentExpense', -1],
          ['us-gaap:SellingGeneralAndAdministrativeExpense', -1],
        ],
      ],
    ],
  },
  {
    name: 'BalanceSheets',
    definition: '0000003 - Statement - Consolidated Balance Sheets',
    root: 'us-gaap:StatementOfFinancialPositionAbstract',
    lines: BALANCE_SHEET_LINES,
    sums: [
      [
        'us-gaap:LiabilitiesAndStockholdersEquity',
        [
          ['us-gaap:Liabilities', 1],
          ['us-gaap:StockholdersEquity', 1],
        ],
      ],
    ],
  },
  {
    name: 'StatementsOfCashFlows',
    definition: '0000004 - Statement - Consolidated Statements of Cash Flows',
    root: 'us-gaap:StatementOfCashFlowsAbstract',
    lines: CASH_FLOW_LINES,
    sums: [],
  },
]

const NAMESPACES = 'xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"'
const LABEL_ROLE = 'http://www.xbrl.org/2003/role'

/** The extension taxonomy of a report: its schema and linkbases, for the concepts that `content` tags. */
export function taxonomyDocuments(
  company: Company,
  schemaFile: string,
  content: string,
): SubmissionDocument[] {
  const prefix = company.ticker.toLowerCase()
  const stem = schemaFile.replace(/\.xsd$/, '')
  const year = stem.slice(prefix.length + 1, prefix.length + 5)
  const uri = `http://www.${prefix}.example/${year}`
  const roles = ROLES.map((role) => ({
    ...role,
    uri: `${uri}/role/${role.name}`,
    lines: role.lines.filter(({ concept }) => content.includes(`name="${concept}"`)),
  }))
  const file = (type: string, name: string, description: string, xml: string): SubmissionDocument => ({
    type,
    file_name: name,
    description: `XBRL TAXONOMY EXTENSION ${description}`,
    wrapper: 'XBRL',
    content: `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`,
  })
  const linkbase = (links: string[]) => `<link:linkbase ${NAMESPACES}>\n${links.join('\n')}\n</link:linkbase>`
  return [
    file('EX-101.SCH', schemaFile, 'SCHEMA', schema(prefix, year, uri, roles)),
    file(
      'EX-101.CAL',
      `${stem}_cal.xml`,
      'CALCULATION LINKBASE',
      linkbase(roles.flatMap((role) => calculation(role, year))),
    ),
    file('EX-101.LAB', `${stem}_lab.xml`, 'LABEL LINKBASE', linkbase([labels(roles, year)])),
    file(
      'EX-101.PRE',
      `${stem}_pre.xml`,
      'PRESENTATION LINKBASE',
      linkbase(roles.map((role) => presentation(role, year))),
    ),
  ]
}

type FiledRole = Role & { uri: string }

function schema(prefix: string, year: string, uri: string, roles: FiledRole[]): string {
  return [
    `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" ${NAMESPACES} xmlns:${prefix}="${uri}" attributeFormDefault="unqualified" elementFormDefault="qualified" targetNamespace="${uri}">`,
    '<xsd:annotation><xsd:appinfo>',
    ...['presentation', 'label', 'calculation'].map(
      (kind) =>
        `<link:linkbaseRef xlink:type="simple" xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase" xlink:role="${LABEL_ROLE}/${kind}LinkbaseRef" xlink:href="${prefix}_${kind.slice(0, 3)}.xml"/>`,
    ),
    ...roles.map(
      ({ name, uri: role, definition }) =>
        `<link:roleType roleURI="${role}" id="${name}"><link:definition>${definition}</link:definition><link:usedOn>link:presentationLink</link:usedOn><link:usedOn>link:calculationLink</link:usedOn></link:roleType>`,
    ),
    '</xsd:appinfo></xsd:annotation>',
    `<xsd:import namespace="http://fasb.org/us-gaap/${year}" schemaLocation="https://xbrl.fasb.org/us-gaap/${year}/elts/us-gaap-${year}.xsd"/>`,
    '</xsd:schema>',
  ].join('\n')
}

function presentation({ uri, root, lines }: FiledRole, year: string): string {
  const arcs = lines.map(
    ({ concept, shown }, index) =>
      `<link:presentationArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/parent-child" xlink:from="loc_${idOf(root)}" xlink:to="loc_${idOf(concept)}" order="${index + 1}" preferredLabel="${roleOf(shown)}"/>`,
  )
  return extendedLink('presentationLink', uri, [
    ...locators([root, ...lines.map(({ concept }) => concept)], year),
    ...arcs,
  ])
}

function calculation({ uri, lines, sums }: FiledRole, year: string): string[] {
  const filed = new Set(lines.map(({ concept }) => concept))
  const arcs: string[] = []
  const concepts = new Set<string>()
  for (const [total, parts] of sums) {
    for (const [index, [concept, weight]] of parts.entries()) {
      if (!filed.has(total) || !filed.has(concept)) continue
      concepts.add(total).add(concept)
      arcs.push(
        `<link:calculationArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/summation-item" xlink:from="loc_${idOf(total)}" xlink:to="loc_${idOf(concept)}" order="${index + 1}" weight="${weight}.0"/>`,
      )
    }
  }
  return arcs.length === 0
    ? []
    : [extendedLink('calculationLink', uri, [...locators([...concepts], year), ...arcs])]
}

function labels(roles: FiledRole[], year: string): string {
  const all = new Map<string, PresentedConcept>()
  for (const { lines } of roles) for (const line of lines) all.set(`${line.concept} ${line.shown}`, line)
  const concepts = [...new Set([...all.values()].map(({ concept }) => concept))]
  const resources = [...all.values()].flatMap(({ concept, label, shown }, index) => [
    `<link:label xlink:type="resource" xlink:label="lab_${index}" xlink:role="${roleOf(shown)}" xml:lang="en-US">${htmlText(label)}</link:label>`,
    `<link:labelArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/concept-label" xlink:from="loc_${idOf(concept)}" xlink:to="lab_${index}"/>`,
  ])
  return extendedLink('labelLink', `${LABEL_ROLE}/link`, [...locators(concepts, year), ...resources])
}

function extendedLink(name: string, role: string, parts: string[]): string {
  return [`<link:${name} xlink:type="extended" xlink:role="${role}">`, ...parts, `</link:${name}>`].join('\n')
}

function locators(concepts: string[], year: string): string[] {
  return concepts.map((concept) => {
    const schemaUri = concept.startsWith('dei:')
      ? `https://xbrl.sec.gov/dei/${year}/dei-${year}.xsd`
      : `https://xbrl.fasb.org/us-gaap/${year}/elts/us-gaap-${year}.xsd`
    return `<link:loc xlink:type="locator" xlink:href="${schemaUri}#${idOf(concept)}" xlink:label="loc_${idOf(concept)}"/>`
  })
}

function roleOf(shown: PresentedConcept['shown']): string {
  return shown === 'negatedLabel' ? 'http://www.xbrl.org/2009/role/negatedLabel' : `${LABEL_ROLE}/${shown}`
}

function idOf(concept: string): string {
  return concept.replace(':', '_')
}
