/** A person's name in a sentence, as written, without the form of address. */
export interface PersonName {
  name: string
  /** The last name, without `Jr.` and the like. */
  surname: string
  /** `Mr. Roe` names nobody but by the last name. */
  surname_only: boolean
  honorific: boolean
  /** UTF-16 indexes into the sentence; the form of address counts. */
  start: number
  end: number
}

const HONORIFICS = new Set(
  'Mr Mrs Ms Miss Dr Messrs Mses Prof Professor Sir Dame Admiral Senator Ambassador'.split(' '),
)
const PARTICLES = new Set('de la le van von der den du del della di da dos bin al el ter ten y'.split(' '))
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/
/** Two capitals that begin a name, not an office. */
const INITIALS = new Set('AJ BJ CJ DJ JB JC JD JJ JP JT MJ PJ RJ TJ WM'.split(' '))

/** Capitalised words that stand in no name of a person: offices, months, bodies, papers, beginnings of sentences. */
const NOT_NAMES = new Set(
  `a an the on in at as by of for from to with and or but if when while where after before during since until upon under
  following pursuant effective also additionally however although because each all any no not none it its our we us he she
  his her their they them this that these those there such both either neither also therefore accordingly moreover furthermore
  january february march april may june july august september october november december monday tuesday wednesday thursday
  friday saturday sunday chief executive officer officers president vice senior director directors board chairman chairwoman
  chairperson chair chairmen treasurer secretary controller comptroller counsel general principal financial accounting operating
  technology technologies information legal marketing sales finance operations strategy strategic development human resources
  people retail corporate global worldwide international north south east west america american americas europe european asia
  pacific china canada division group groups holdings holding company companies corporation corp inc incorporated llc llp ltd
  limited lp plc co bank bancorp bancshares trust trustee partners partner capital management ventures fund funds systems
  communications software semiconductor pharmaceuticals therapeutics biosciences biologics energy resources industries
  laboratories labs media networks foods financial services service solutions products product brands enterprises associates
  advisors advisory investments investment securities exchange commission act section rule regulation form item exhibit report
  current annual quarterly meeting special plan agreement agreements policy program committee committees audit compensation
  nominating governance registrant employee employees stock stockholders shareholders shareholder stockholder common preferred
  class series market nasdaq nyse new york united states delaware nevada california texas washington university college school
  department government federal national independent lead non interim acting deputy assistant associate emeritus founder
  cofounder co member members manager managing head business unit digital cloud data science scientific medical research
  engineering manufacturing supply chain commercial customer consumer healthcare health security administration administrative
  compliance risk tax treasury internal external investor relations public affairs press release departure departures resignation
  retirement appointment election compensatory arrangements certain separation severance transition consulting employment letter
  amendment restated amended bylaws article articles certificate incorporation named notice release code ethics award awards
  equity incentive bonus option options restricted unit units performance term date dated year fiscal ceo cfo coo cto cio evp svp
  ii iii iv vp mba cpa jd table contents signature signatures signed name title successor successors election appointments
  in accordance based company's board's registrant's cause reason change control governance lawyer attorney
  retired former prior previously currently mid end planned
  vacancy proxy statement nominee nominees candidates wealth asset global mobility platform platforms store stores
  manufacturing quality innovation strategy growth enterprise enterprise-wide world wide web internet online
  home depot office north-america co-president co-ceo co-chief co-chair co-chairman`.split(/\s+/),
)
/** What makes the words before it the name of a company. */
const COMPANY_WORD =
  /^(?:,? ?(?:Inc|Incorporated|Corp|LLC|L\.L\.C|LLP|Ltd|Limited|LP|L\.P|PLC|plc|N\.A|S\.A|AG|GmbH|Co\.)(?![\p{L}])| (?:Corporation|Company|Companies|Bank|Bancorp|Bancshares|Group|Holdings?|Partners|Capital|Technolog\p{L}+|Systems|Communications|Software|Semiconductor|Pharma\p{L}*|Therapeutics|Industries|Energy|Resources|Trust|Fund|University|College|Hospital|Foundation|Institute|Associates|Advisors|Ventures|Management|Brands|Foods|Services|Solutions|Enterprises|& ))/u

const WORD = /[\p{L}][\p{L}\p{M}’'‑-]*\.?/gu

interface Word {
  text: string
  start: number
  end: number
}

/**
 * The names of persons in a sentence. A form of address makes one of any capitalised word behind it; without it two to five
 * capitalised words are needed, none of which is an office, a month, a company or the like. Names of the filer itself are
 * left out.
 */
export function personNames(sentence: string, company: ReadonlySet<string> = new Set()): PersonName[] {
  const words: Word[] = [...sentence.matchAll(WORD)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
  const names: PersonName[] = []
  let at = 0
  while (at < words.length) {
    const first = words[at] as Word
    const honorific = HONORIFICS.has(bare(first.text))
    const begin = honorific ? at + 1 : at
    const run = runOf(words, begin, sentence)
    if (run.length === 0) {
      at = begin + (honorific ? 0 : 1)
      continue
    }
    const found = nameOf(run, honorific ? first.start : (run[0] as Word).start, honorific, sentence, company)
    if (found) names.push(found)
    at = begin + run.length
  }
  return names
}

function runOf(words: readonly Word[], from: number, sentence: string): Word[] {
  const run: Word[] = []
  for (let at = from; at < words.length && run.length < 7; at++) {
    const word = words[at] as Word
    const previous = run.at(-1)
    if (previous) {
      const gap = sentence.slice(previous.end, word.start)
      const suffix = SUFFIX.test(word.text) && /^,? $/.test(gap)
      if (gap !== ' ' && !suffix) break
      if (suffix) {
        run.push(word)
        break
      }
      // "Roe’s resignation": the possessive ends the name. A full stop ends it unless it is an initial's.
      if (/[’']s?$/.test(previous.text)) break
      if (previous.text.endsWith('.') && bare(previous.text).length > 2) break
    }
    if (!isNameWord(word.text, run.length)) {
      const next = words.slice(at + 1, at + 3).find(({ text }) => !PARTICLES.has(text))
      const particle = previous && PARTICLES.has(word.text) && next && isNameWord(next.text, run.length + 1)
      if (!particle) break
    }
    run.push(word)
  }
  return run
}

function isNameWord(word: string, position: number): boolean {
  const letters = withoutPossessive(bare(word))
  if (/^\p{Lu}$/u.test(letters)) return word.endsWith('.')
  if (!/^\p{Lu}/u.test(letters) || NOT_NAMES.has(letters.toLowerCase())) return false
  // Capitals throughout are headings and offices.
  if (letters === letters.toUpperCase()) return INITIALS.has(letters) && position === 0
  return true
}

function nameOf(
  run: readonly Word[],
  start: number,
  honorific: boolean,
  sentence: string,
  company: ReadonlySet<string>,
): PersonName | null {
  const last = run.at(-1) as Word
  const texts = run.map(({ text }) => text)
  const own = texts.map((text) => withoutPossessive(bare(text)))
  const core = own.filter((text) => !SUFFIX.test(text))
  const surname = core.at(-1) ?? ''
  if (core.length > 6 || surname.length < 2) return null
  if (!honorific) {
    if (core.length < 2 || core.filter((text) => text.length > 1).length < 2) return null
    if (COMPANY_WORD.test(sentence.slice(last.end, last.end + 20))) return null
    if (core.every((text) => company.has(text.toLowerCase()))) return null
    if (/(?:\bthe|[&/]|\d) ?$/i.test(sentence.slice(0, start))) return null
  }
  const name = texts
    .join(' ')
    .replace(/[’'](?:s)?$/, '')
    .replace(/(?<=\p{L}{3})\.$/u, '')
  const suffix = SUFFIX.test(own.at(-1) ?? '')
  return {
    name: suffix ? name.replace(/ ((?:Jr|Sr|II|III|IV)\.?)$/, ' $1') : name,
    surname,
    surname_only: core.length === 1,
    honorific,
    start,
    end: last.end - (last.text.length - last.text.replace(/[’']s?$/, '').length),
  }
}

function withoutPossessive(word: string): string {
  return word.replace(/[’']s?$/, '')
}

function bare(word: string): string {
  return word.replace(/\.$/, '')
}

/** The words of the names under which a company files, in lower case. */
export function companyWords(names: readonly string[]): Set<string> {
  return new Set(names.flatMap((name) => name.toLowerCase().match(/[\p{L}\d]+/gu) ?? []))
}
