export type ChiefOffice = 'ceo' | 'cfo'

const CEO = /\b(?:chief\s+executive(?:\s+officer)?|c\.?e\.?o\b\.?|principal\s+executive(?:\s+officer)?)/i
const CFO =
  /\b(?:chief\s+financial(?:\s+(?:&|and)\s+\w+)?(?:\s+officer)?|c\.?f\.?o\b\.?|principal\s+financial(?:\s+officer)?)/i
/** Who held the office once, will hold it, or works for its holder. */
const OTHER =
  /\b(?:former|formerly|retired|ex-|past|deputy|vice\s+chief|assistant\s+to|advis[eo]r\s+to|elect)\b/i
/** The office of a part of the company: "CEO of Latin America", "CEO - Bank". */
const PART = /^\s*(?:,|-|\u2013|\u2014|\/|:|\bof\b|\bfor\b|\()\s*(?:the\s+)?([^,/&;()-]{2,})/i
/** What may follow without naming a part: another office, or the company as a whole. */
const OFFICE =
  /\b(?:president|chair|chairman|chairwoman|chairperson|director|officer|chief|cfo|ceo|coo|cto|cio|cao|treasurer|secretary|evp|svp|vp|vice|executive|founder|co-founder|counsel|manag\w+|member|board|head|interim|acting|company|issuer|registrant|principal|partner|trustee|\d*%|owner|see|remarks)\b/i

/** The offices a title names, chief executive and chief financial officer of the whole company, as far as words tell. */
export function chiefOffices(title: string | null): ChiefOffice[] {
  if (title === null || OTHER.test(title)) return []
  const text = title.slice(0, 200)
  const offices: ChiefOffice[] = []
  if (holds(CEO, text)) offices.push('ceo')
  if (holds(CFO, text)) offices.push('cfo')
  return offices
}

function holds(office: RegExp, title: string): boolean {
  const match = office.exec(title)
  if (!match) return false
  const part = PART.exec(title.slice(match.index + match[0].length))
  return !part || OFFICE.test(part[1] ?? '')
}
