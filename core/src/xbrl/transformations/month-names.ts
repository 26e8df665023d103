/**
 * How the months begin in the languages of the registries, January first; alternatives after a slash. Diacritics are left
 * out, because filers leave them out as well: texts are compared folded.
 */
const BEGINNINGS: Record<string, string> = {
  bg: 'ян фев мар апр маи юни юли авг сеп окт ное дек',
  cs: 'led uno bre dub kve cerv/cvn cervenc/cvc srp zar rij lis pro',
  cy: 'ion chwe maw/faw ebr mai/fai meh/feh gor/ngor aws med/fed hyd tach/dach/nhach/thach rhag/rag',
  da: 'jan feb mar apr maj jun jul aug sep okt nov dec',
  de: 'jan/jaen feb mar/maer apr mai jun jul aug sep okt nov dez',
  el: 'ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ',
  en: 'jan feb mar apr may jun jul aug sep oct nov dec',
  es: 'ene feb mar abr may jun jul ago sep oct nov dic',
  et: 'jaan veebr marts apr mai juuni juuli aug sept okt nov dets',
  fi: 'tam hel maa huh tou kes hei elo syy lok mar jou',
  fr: 'janv fevr mars avr mai juin juil aout sept oct nov dec',
  hi: 'जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर',
  hr: 'sij velj ozu tra svi lip srp kol ruj lis stu pro',
  hu: 'jan feb marc apr maj jun jul aug szept okt nov dec',
  it: 'gen feb mar apr mag giu lug ago set ott nov dic',
  lt: 'sau vas kov bal geg bir lie rugp/rgp rugs/rgs spa/spl lap gru/grd',
  lv: 'janv febr marts apr maijs jun jul aug sept okt nov dec',
  nl: 'jan feb maa/mrt apr mei jun jul aug sep okt nov dec',
  no: 'jan feb mar apr mai jun jul aug sep okt nov des',
  pl: 'sty lut mar kwi maj cze lip sie wrz paz lis gru',
  pt: 'jan fev mar abr mai jun jul ago set out nov dez',
  ro: 'ian feb mar apr mai iun iul aug sep oct noi/nov dec',
  sk: 'jan feb mar apr maj jun jul aug sep okt nov dec',
  sl: 'jan feb mar apr maj jun jul avg sep okt nov dec',
  sv: 'jan feb mar apr maj jun jul aug sep okt nov dec',
}

/** The months of India's national calendar, by what their many spellings share. */
const SAKA =
  'chaitra/caitra/चैत्र vai/वैशाख/बैसाख jy/ज्येष्ठ ashadha/asadha/आषाढ shravana/sravana/श्रावण/सावन bhadra/prosthapada/भाद्रपद/भादो ' +
  'ashvin/ashwin/asvin/aswin/आश्विन kart/कार्तिक marga/agra/मार्गशीर्ष/अगहन pau/पौष magh/माघ phalg/फाल्गुन'

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

/** Number of a month, 1 to 12, by its name in full or cut short; null for what is none. */
export type MonthReader = (name: string) => number | null

export const languages: readonly string[] = Object.keys(BEGINNINGS)

export function monthNames(language: string): MonthReader {
  return byBeginning(BEGINNINGS[language] ?? '')
}

export const sakaMonths: MonthReader = byBeginning(SAKA)

export const romanMonths: MonthReader = (name) => {
  const index = ROMAN.indexOf(name.toLowerCase())
  return index < 0 ? null : index + 1
}

function byBeginning(list: string): MonthReader {
  const beginnings = list
    .split(' ')
    .flatMap((alternatives, index) =>
      alternatives.split('/').map((beginning) => ({ beginning: folded(beginning), month: index + 1 })),
    )
    // `cervenec` begins like `cerven`.
    .sort((a, b) => b.beginning.length - a.beginning.length)
  return (name) => {
    const plain = folded(name)
    return beginnings.find(({ beginning }) => plain.startsWith(beginning))?.month ?? null
  }
}

/** Lower case without the marks of Latin, Greek and Cyrillic letters; those of Devanagari are part of the word. */
function folded(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
}
