import { amendedAnnualReport, annualReport, schemaFile } from './annual-report.ts'
import { auditorConsent, certification, jointCertification, subsidiaries } from './certifications.ts'
import type { Company, CurrentReport, FormFiling, OwnershipReport, Party, PeriodicReport } from './company.ts'
import { currentReport, headerCaption, itemCodes, resultsRelease, textExhibit } from './current-report.ts'
import { chiefExecutive, chiefFinancialOfficer } from './figures.ts'
import { type Quarter, quarterOf, quartersOf } from './financials.ts'
import { logo, uuencode } from './graphic.ts'
import { lateNotice } from './late-notice.ts'
import { filingDate, isBusinessDay } from './new-york-clock.ts'
import { ownershipDocument, ownersOf } from './ownership-report.ts'
import { quarterlyReport } from './quarterly-report.ts'
import { createRandom } from './random.ts'
import { type SubmissionDocument, submissionText } from './submission.ts'
import { taxonomyDocuments } from './taxonomy-files.ts'

/** An invented filing agent: the first ten digits of an accession number name the submitter, not the company. */
const AGENT_CIK = '0009990900'

export interface SampleFiling {
  company: Company
  accession_number: string
  form: string
  /** New York wall clock, `YYYY-MM-DD HH:MM:SS`. */
  accepted: string
  filing_date: string
  period: string | null
  items: string[]
  primary_document: string
  primary_description: string
  inline_xbrl: boolean
  submission: Buffer
}

/** Below this a year's filings of a company are numbered as they come. */
const FIRST_OTHER_NUMBER = 5000

interface Draft {
  company: Company
  form: string
  accepted: string
  period: string | null
  by_agent: boolean
  items: string[]
  owners: OwnershipReport | null
  parties?: Party[]
  accession_number?: string
  is_other_form?: boolean
  documents: SubmissionDocument[]
}

/** Every filing of the companies, oldest first, numbered as their submitters would number them. */
export function sampleFilings(companies: Company[]): SampleFiling[] {
  const drafts = companies.flatMap(draftsOf)
  drafts.sort((one, other) => (one.accepted < other.accepted ? -1 : one.accepted > other.accepted ? 1 : 0))
  const periodic = {
    random: createRandom('accession and film numbers'),
    sequences: new Map<string, number>(),
  }
  // Numbers of their own, far from the others: a form more moves no number that documentation and tests speak of.
  const other = { random: createRandom('numbers of other forms'), sequences: new Map<string, number>() }
  return drafts.map((draft) => {
    if (!isBusinessDay(draft.accepted.slice(0, 10))) throw new Error(`EDGAR is closed on ${draft.accepted}`)
    const { accession, film } = numbersOf(draft)
    const date = filingDate(draft.accepted, draft.form)
    const primary = draft.documents[0]
    return {
      company: draft.company,
      accession_number: accession,
      form: draft.form,
      accepted: draft.accepted,
      filing_date: date,
      period: draft.period,
      items: draft.items,
      primary_document: primary?.file_name ?? '',
      primary_description: primary?.description ?? '',
      inline_xbrl: primary?.wrapper === 'XBRL',
      submission: submissionText({
        accession_number: accession,
        form: draft.form,
        accepted: draft.accepted,
        filing_date: date,
        period: draft.period,
        item_captions: draft.items.map(headerCaption),
        company: draft.company,
        owners: draft.owners ? ownersOf(draft.company, draft.owners) : [],
        parties: draft.parties ?? [],
        film_number: Number(draft.accepted.slice(2, 4)) * 1_000_000 + film,
        documents: draft.documents,
      }),
    }
  })

  function numbersOf({ accession_number, accepted, by_agent, company, is_other_form }: Draft) {
    if (accession_number)
      return { accession: accession_number, film: 500_000 + Number(accession_number.slice(-6)) }
    const { random, sequences } = is_other_form ? other : periodic
    const key = `${by_agent ? AGENT_CIK : company.cik}-${accepted.slice(2, 4)}`
    const before = sequences.get(key) ?? (is_other_form ? FIRST_OTHER_NUMBER : 0)
    const sequence = before + random.between(1, by_agent ? 40 : 3)
    sequences.set(key, sequence)
    return {
      accession: `${key}-${String(sequence).padStart(6, '0')}`,
      film: random.between(500_000, 999_000),
    }
  }
}

function draftsOf(company: Company): Draft[] {
  const quarters = quartersOf(company)
  return [
    ...company.schedule.map((schedule) => periodicDraft(company, quarters, schedule)),
    ...company.events.map((event) => eventDraft(company, quarters, event)),
    ...company.trades.map((report) => ownershipDraft(company, report)),
    ...(company.forms ?? []).map((filing) => formDraft(company, filing)),
  ]
}

function periodicDraft(company: Company, quarters: Quarter[], schedule: PeriodicReport): Draft {
  const { form, year, quarter, accepted } = schedule
  const end = quarterOf(quarters, year, quarter).flows.end
  const stem = `${company.ticker.toLowerCase()}-${end.replaceAll('-', '')}`
  const draft = {
    company,
    form,
    accepted,
    period: end,
    by_agent: schedule.by_agent ?? false,
    items: [],
    owners: null,
  }
  const inline = (content: string): SubmissionDocument => ({
    type: form,
    file_name: form === '10-K/A' ? `${stem}a1.htm` : `${stem}.htm`,
    description: form,
    content,
    wrapper: 'XBRL',
  })
  const certifications = certificationsOf(company, year, form, accepted.slice(0, 10), stem)
  const schema = schemaDocument(company, schemaFile(company, end))
  switch (form) {
    case 'NT 10-K':
      return {
        ...draft,
        documents: [
          plain(
            'NT 10-K',
            `${stem}-nt10k.htm`,
            'NOTIFICATION OF LATE FILING',
            lateNotice(company, end, schedule),
          ),
        ],
      }
    case '10-K/A':
      return {
        ...draft,
        documents: [
          inline(amendedAnnualReport(company, quarters, schedule)),
          ...certifications.slice(0, 2),
          schema,
        ],
      }
    case '10-Q': {
      const content = quarterlyReport(company, quarters, schedule)
      return {
        ...draft,
        documents: [
          inline(content),
          ...certifications,
          ...taxonomyDocuments(company, schema.file_name, content),
        ],
      }
    }
    default: {
      const content = annualReport(company, quarters, schedule)
      return {
        ...draft,
        documents: [
          inline(content),
          plain('EX-21.1', `${stem}-ex211.htm`, 'EX-21.1', subsidiaries(company)),
          plain(
            'EX-23.1',
            `${stem}-ex231.htm`,
            'EX-23.1',
            auditorConsent(company, year, accepted.slice(0, 10)),
          ),
          ...certifications,
          ...taxonomyDocuments(company, schema.file_name, content),
          graphic(company, `${stem}_logo.gif`),
        ],
      }
    }
  }
}

function certificationsOf(
  company: Company,
  year: number,
  form: string,
  date: string,
  stem: string,
): SubmissionDocument[] {
  const chief = chiefExecutive(company, year)
  const financial = chiefFinancialOfficer(company, year)
  return [
    plain('EX-31.1', `${stem}-ex311.htm`, 'EX-31.1', certification(company, '31.1', chief, form, date)),
    plain('EX-31.2', `${stem}-ex312.htm`, 'EX-31.2', certification(company, '31.2', financial, form, date)),
    plain(
      'EX-32.1',
      `${stem}-ex321.htm`,
      'EX-32.1',
      jointCertification(company, [chief, financial], form, date),
    ),
  ]
}

function eventDraft(company: Company, quarters: Quarter[], event: CurrentReport): Draft {
  const stem = `${company.ticker.toLowerCase()}-${event.event_date.replaceAll('-', '')}`
  const documents: SubmissionDocument[] = [
    {
      type: '8-K',
      file_name: `${stem}.htm`,
      description: '8-K',
      content: currentReport(company, event),
      wrapper: 'XBRL',
    },
  ]
  if (event.results_of) {
    documents.push(
      plain('EX-99.1', `${stem}-ex991.htm`, 'EX-99.1', resultsRelease(company, quarters, event.results_of)),
    )
    documents.push(graphic(company, `${stem}_logo.gif`))
  }
  for (const { type, title, prose } of event.exhibits) {
    const name = `${stem}-${type.toLowerCase().replace('-', '').replace('.', '')}.htm`
    documents.push(plain(type, name, type, textExhibit(company, type, title, prose)))
  }
  documents.push(schemaDocument(company, `${stem}.xsd`))
  return {
    company,
    form: '8-K',
    accepted: event.accepted,
    period: event.event_date,
    by_agent: event.by_agent ?? false,
    items: itemCodes(event),
    owners: null,
    documents,
  }
}

function ownershipDraft(company: Company, report: OwnershipReport): Draft {
  const form = report.amends ? '4/A' : '4'
  return {
    company,
    form,
    accession_number: report.accession_number,
    accepted: report.accepted,
    period: report.period,
    by_agent: false,
    items: [],
    owners: report,
    documents: [
      {
        type: form,
        file_name: 'form4.xml',
        description: 'OWNERSHIP DOCUMENT',
        content: ownershipDocument(company, report),
        wrapper: 'XML',
      },
    ],
  }
}

function formDraft(company: Company, filing: FormFiling): Draft {
  return {
    ...filing,
    company,
    by_agent: filing.by_agent ?? false,
    is_other_form: true,
    items: [],
    owners: null,
  }
}

function plain(type: string, file_name: string, description: string, content: string): SubmissionDocument {
  return { type, file_name, description, content, wrapper: null }
}

function graphic(company: Company, file_name: string): SubmissionDocument {
  return {
    type: 'GRAPHIC',
    file_name,
    description: null,
    content: uuencode(file_name, logo(company)),
    wrapper: null,
  }
}

/** The extension schema of an inline document, at its smallest. */
function schemaDocument(company: Company, file_name: string): SubmissionDocument {
  const prefix = company.ticker.toLowerCase()
  const year = file_name.slice(prefix.length + 1, prefix.length + 5)
  return {
    type: 'EX-101.SCH',
    file_name,
    description: 'XBRL TAXONOMY EXTENSION SCHEMA',
    wrapper: 'XBRL',
    content: [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:${prefix}="http://www.${prefix}.example/${year}" attributeFormDefault="unqualified" elementFormDefault="qualified" targetNamespace="http://www.${prefix}.example/${year}">`,
      `<xsd:import namespace="http://fasb.org/us-gaap/${year}" schemaLocation="https://xbrl.fasb.org/us-gaap/${year}/elts/us-gaap-${year}.xsd"/>`,
      '</xsd:schema>',
    ].join('\n'),
  }
}
