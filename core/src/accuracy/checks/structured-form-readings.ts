import { canonicalText } from '../../documents/canonical-text.ts'
import type { CanonicalText } from '../../documents/document.ts'
import { readForm } from '../../form-xml/form-xml.ts'
import { text } from '../../form-xml/values.ts'
import { readFeeNotice } from '../../fund-reports/form-24f2.ts'
import { readCensus } from '../../fund-reports/form-ncen.ts'
import { readPortfolio } from '../../fund-reports/form-nport.ts'
import { readVotingReport } from '../../fund-reports/form-npx.ts'
import type { FundHolding, FundReport } from '../../fund-reports/fund-report.ts'
import type { Offering } from '../../offerings/offering.ts'
import { readProspectus } from '../../offerings/prospectus.ts'
import { isStructuredOffering, readStructuredOffering } from '../../offerings/structured-offering.ts'
import { readSubsidiaries } from '../../subsidiaries/read-subsidiaries.ts'
import type { Subsidiary } from '../../subsidiaries/subsidiary.ts'
import type { Corpus, CorpusFile } from '../corpus.ts'
import { lightFiling } from '../light-filing.ts'

export type StructuredReading =
  | { kind: 'offering'; offering: Offering }
  | { kind: 'fund'; report: FundReport; holdings: FundHolding[] }
  | { kind: 'subsidiaries'; subsidiaries: Subsidiary[] }

/** What we read out of a file of the corpus, by what it is: a form in XML, a prospectus, an Exhibit 21. */
export function structuredReading(corpus: Corpus, file: CorpusFile): StructuredReading | undefined {
  const bytes = corpus.bytes(file.path)
  const head = bytes.toString('latin1', 0, 4096)
  if (!/<(?:SEC|IMS)-DOCUMENT>|<SUBMISSION>/.test(head)) {
    if (/<(?:\w+:)?edgarSubmission\b/.test(head)) return formReading(bytes)
    return file.form.startsWith('EX-21') ? subsidiaryReading(canonicalText(bytes, 'html')) : undefined
  }
  if (!bytes.includes('<DOCUMENT>')) return undefined
  const filing = lightFiling(bytes, ({ document_type }) => /^(?:424B|EX-21)/.test(document_type))
  const { main } = filing
  if (main?.kind === 'xml') return formReading(main.content)
  if (main?.text && filing.form_type.startsWith('424B'))
    return { kind: 'offering', offering: readProspectus(main.text, filing.form_type) }
  return undefined
}

function subsidiaryReading(page: CanonicalText): StructuredReading {
  return { kind: 'subsidiaries', subsidiaries: readSubsidiaries(page) }
}

function formReading(content: Uint8Array): StructuredReading | undefined {
  const root = readForm(content)
  const form = text(root, 'submissionType') ?? text(root, 'headerData/submissionType') ?? ''
  if (isStructuredOffering(form)) return { kind: 'offering', offering: readStructuredOffering(content) }
  if (form.startsWith('NPORT')) return { kind: 'fund', ...readPortfolio(root) }
  if (form.startsWith('N-CEN')) return { kind: 'fund', report: readCensus(root), holdings: [] }
  if (form.startsWith('N-PX')) return { kind: 'fund', report: readVotingReport(root, 0), holdings: [] }
  if (form.startsWith('24F-2')) return { kind: 'fund', report: readFeeNotice(root), holdings: [] }
  return undefined
}
