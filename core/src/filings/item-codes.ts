/**
 * Items of Form 8-K as EDGAR writes them into headers. The form was renumbered on 23 August 2004 (release 33-8400): the
 * numbers 1 to 12 before, 1.01 to 9.01 since. The same words ("Other events") stand for different codes on either side.
 */
const RENUMBERED_ON = '2004-08-23'

/** Titles are compared without case and punctuation: EDGAR has changed both over the years. */
const OLD_TITLES: Record<string, string> = {
  '1': 'Changes in control of registrant',
  '2': 'Acquisition or disposition of assets',
  '3': 'Bankruptcy or receivership',
  '4': "Changes in registrant's certifying accountant",
  '5': 'Other events|Other events and Regulation FD disclosure|Other events and required FD disclosure',
  '6': "Resignations of registrant's directors|Resignation of registrant's directors",
  '7': 'Financial statements and exhibits|Financial statements, pro forma financial information and exhibits',
  '8': 'Change in fiscal year',
  '9': 'Regulation FD disclosure|Sales of equity securities pursuant to Regulation S',
  '10': "Amendments to the registrant's code of ethics, or waiver of a provision of the code of ethics|Amendments to the registrant's code of ethics",
  '11': "Temporary suspension of trading under registrant's employee benefit plans",
  '12': 'Results of operations and financial condition',
}

const NEW_TITLES: Record<string, string> = {
  '1.01': 'Entry into a material definitive agreement',
  '1.02': 'Termination of a material definitive agreement',
  '1.03': 'Bankruptcy or receivership',
  '1.04': 'Mine safety - reporting of shutdowns and patterns of violations',
  '1.05': 'Material cybersecurity incidents',
  '2.01': 'Completion of acquisition or disposition of assets',
  '2.02': 'Results of operations and financial condition',
  '2.03':
    'Creation of a direct financial obligation or an obligation under an off-balance sheet arrangement of a registrant',
  '2.04':
    'Triggering events that accelerate or increase a direct financial obligation or an obligation under an off-balance sheet arrangement',
  '2.05':
    'Cost associated with exit or disposal activities|Costs associated with exit or disposal activities',
  '2.06': 'Material impairments',
  '3.01':
    'Notice of delisting or failure to satisfy a continued listing rule or standard; transfer of listing',
  '3.02': 'Unregistered sales of equity securities',
  '3.03':
    'Material modifications to rights of security holders|Material modification to rights of security holders',
  '4.01': "Changes in registrant's certifying accountant",
  '4.02':
    'Non-reliance on previously issued financial statements or a related audit report or completed interim review',
  '5.01': 'Changes in control of registrant',
  '5.02':
    'Departure of directors or certain officers; election of directors; appointment of certain officers: compensatory arrangements of certain officers|Departure of directors or principal officers; election of directors; appointment of principal officers',
  '5.03':
    'Amendments to articles of incorporation or bylaws; change in fiscal year|Amendment to articles of incorporation or bylaws; change in fiscal year',
  '5.04': "Temporary suspension of trading under registrant's employee benefit plans",
  '5.05':
    "Amendments to the registrant's code of ethics, or waiver of a provision of the code of ethics|Amendment to registrant's code of ethics, or waiver of a provision of the code of ethics",
  '5.06': 'Change in shell company status',
  '5.07': 'Submission of matters to a vote of security holders',
  '5.08': 'Shareholder director nominations|Shareholder nominations pursuant to exchange act rule 14a-11',
  '6.01': 'ABS informational and computational material',
  '6.02': 'Change of servicer or trustee',
  '6.03': 'Change in credit enhancement or other external support',
  '6.04': 'Failure to make a required distribution',
  '6.05': 'Securities act updating disclosure',
  '6.06': 'Static pool',
  '6.10': 'Alternative filings of asset-backed issuers',
  '7.01': 'Regulation FD disclosure',
  '8.01': 'Other events',
  '9.01': 'Financial statements and exhibits',
}

/** Exemptions claimed on Form D and the rules of Form ABS-15G, which use the same header field. */
const OTHER_TITLES: Record<string, string> = {
  '04': 'Rule 504',
  '05': 'Rule 505',
  '06': 'Rule 506',
  '06b': 'Rule 506(b)',
  '06c': 'Rule 506(c)',
  '3C': 'Investment company act section 3(c)',
  '3C.1': 'Section 3(c)(1)',
  '3C.7': 'Section 3(c)(7)',
  '1.01': 'Periodic filing of rule 15Ga-1 representations and warranties disclosure',
}

const oldCodes = codesByTitle(OLD_TITLES)
const newCodes = codesByTitle(NEW_TITLES)
const otherCodes = codesByTitle(OTHER_TITLES)

function codesByTitle(titles: Record<string, string>): Map<string, string> {
  const codes = new Map<string, string>()
  for (const [code, alternatives] of Object.entries(titles)) {
    for (const title of alternatives.split('|')) codes.set(plain(title), code)
  }
  return codes
}

function plain(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** A literal code: `5.02` in containers, `5` in the earliest headers, `06b` on Form D. */
const LITERAL = /^\d{1,2}(?:\.\d{1,2})?[a-z]?$|^3C(?:\.\d{1,2})?$/i

/**
 * The code of one ITEM INFORMATION line, which holds a code or, mostly, an official title. The filing date decides the
 * numbering of Form 8-K. `undefined` when it is neither.
 */
export function itemCode(text: string, formType: string, filingDate: string | null): string | undefined {
  const trimmed = text.trim()
  if (LITERAL.test(trimmed)) return trimmed
  const title = plain(trimmed)
  if (!formType.startsWith('8-K')) return otherCodes.get(title) ?? newCodes.get(title)
  const before = filingDate !== null && filingDate < RENUMBERED_ON
  return before ? (oldCodes.get(title) ?? newCodes.get(title)) : (newCodes.get(title) ?? oldCodes.get(title))
}

/** The official title of an 8-K item code, `undefined` for a code the form never had. */
export function itemTitle(code: string): string | undefined {
  return (NEW_TITLES[code] ?? OLD_TITLES[code])?.split('|')[0]
}
