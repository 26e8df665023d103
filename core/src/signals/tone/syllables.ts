const VOWELS = new Set('aeiouyáàâäãåéèêëíìîïóòôöõøúùûüýÿæœ')

/** Words whose spelling misleads the rules below, mostly because they are put together from two words. */
const EXCEPTIONS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    business: 2,
    businesses: 3,
    businessman: 3,
    hundred: 2,
    hundreds: 2,
    sacred: 2,
    kindred: 2,
    element: 3,
    elements: 3,
    increment: 3,
    increments: 3,
    cement: 2,
    tenement: 3,
    people: 2,
    peoples: 2,
    something: 2,
    sometime: 2,
    sometimes: 2,
    someone: 2,
    lifetime: 2,
    lifetimes: 2,
    lifestyle: 2,
    home: 1,
    timeline: 2,
    timelines: 2,
    baseline: 2,
    baselines: 2,
    database: 3,
    databases: 4,
    therefor: 2,
    whereof: 2,
    wednesday: 2,
    recipe: 3,
    catastrophe: 4,
    apostrophe: 4,
    facsimile: 4,
    epitome: 4,
    simile: 3,
    theatre: 3,
    being: 2,
    beings: 2,
    doing: 2,
    going: 2,
    ratio: 3,
    ratios: 3,
    idea: 3,
    ideas: 3,
    area: 3,
    areas: 3,
    real: 2,
    video: 3,
    videos: 3,
    the: 1,
    one: 1,
    once: 1,
    eye: 1,
    eyes: 1,
    lien: 1,
    liens: 1,
    science: 2,
    sciences: 3,
    tier: 1,
    tiers: 1,
    fifteen: 2,
    question: 2,
    questions: 2,
    poem: 2,
    via: 2,
    nuclear: 3,
    theory: 3,
    theories: 3,
    someday: 2,
    argue: 2,
    argues: 2,
    quiet: 2,
    reuse: 2,
    reused: 2,
  }),
)

/**
 * Pairs of vowels, after the vowels that come before them, which are spoken one after the other: cre-ate, va-ri-ous,
 * an-nu-al, roy-al. Each adds a syllable to what groups of vowels count.
 */
const SPLITS: readonly RegExp[] = [
  // ma-te-ri-al, as-so-ci-ate, and not fi-nan-cial, mar-riage, Rus-sian.
  /(?<![ct])ia(?!ge|n\b|ns\b)|[ct]iat|[^cst]ians?$/,
  // va-ri-ous, pe-ri-od, and not na-tion, mil-lion, gra-cious, re-gion.
  /(?<![cgstx])io(?!n)|[bdfhkmprvz]ion|(?<![glnstxc])ions/,
  /iu/,
  // cli-ent, ex-pe-ri-ence, and not ef-fi-cient, pa-tient.
  /(?<![ct])ien[ct]|iet[yi]|[^aeiou]{1,2}[^aeiouct]ie(?:r|rs)$|iest$|prieta/,
  /creat|^rea(?:ct|ff|ll|ss|pp|cq|dj|rr|na|ut|wa|li)|^prea|reality|realiz/,
  /geo|eou?s$(?<![cg]eous)|eum/,
  // an-nu-al, in-flu-ence, is-su-er, con-tin-u-ing, an-nu-i-ty, con-tin-u-ous; not qua-li-ty, lan-guage, fre-quent.
  /(?<![qg])ua|(?<![qg])uen|(?<![qg])uers?$|(?<![qg])uing|(?<!q)uit[yi]|(?<!q)uous|fluid|ruin/,
  /^co(?:op|or(?!k|p|d|e|r|n)|ordi)|^zoo/,
  // em-ploy-ee, roy-al, pay-ing, car-ry-ing.
  /[aeou]y[aeiou]|[^aeiou]y[aei]n/,
  /(?:is|as|th)ms?$/,
]

/**
 * Syllables of an English word in lower case, at least 1: groups of vowels, without those that are written and not spoken
 * (rates, based, statement, safely) and with those that are written as one and spoken as two (material, various, annual). By
 * rules alone, so a few words are one off; a word without vowels counts as one.
 */
export function syllablesOf(word: string): number {
  const bare = word.endsWith("'s") ? word.slice(0, -2) : word
  const listed = EXCEPTIONS.get(bare)
  if (listed !== undefined) return listed
  let groups = 0
  let inGroup = false
  for (let index = 0; index < bare.length; index++) {
    // A y at the beginning is a consonant: year, yet.
    const vowel = VOWELS.has(bare[index] as string) && !(index === 0 && bare[0] === 'y')
    if (vowel && !inGroup) groups++
    inGroup = vowel
  }
  // Long words are formulas, addresses and names of genes: no rule of English helps with them.
  if (bare.length <= 3 || bare.length > 40) return Math.max(1, groups)
  for (const split of SPLITS) if (split.test(bare)) groups++
  return Math.max(1, groups - silentVowels(bare))
}

/** How many vowels are written and not spoken. */
function silentVowels(word: string): number {
  let silent = 0
  const isConsonant = (at: number) => !VOWELS.has(word[at] ?? 'a')
  const end = word.length - 1
  if (word.endsWith('e')) {
    // The e of ta-ble is spoken, that of rate and role is not.
    if (isConsonant(end - 1) && !(word[end - 1] === 'l' && isConsonant(end - 2))) silent++
  } else if (word.endsWith('es')) {
    const spoken = /(?:[sxzcg]|[cs]h)es$/.test(word) || (word[end - 2] === 'l' && isConsonant(end - 3))
    if (isConsonant(end - 2) && !spoken) silent++
  } else if (word.endsWith('ed')) {
    const spoken = /[td]ed$/.test(word) || (word[end - 2] === 'l' && isConsonant(end - 3))
    if (isConsonant(end - 2) && !spoken) silent++
  }
  if (/[^aeiouyl]e(?:ly|ment|ments|(?:ful|less)(?:ly|ness)?|ness|nesses)$|[aeiou]lely$/.test(word)) silent++
  if (/[qg]ues?$/.test(word)) silent++
  if (/^(?:there|where|here|some|home|safe|life|base|house|price|trade|cease)(?=[^aeiouylrdsv])./.test(word))
    silent++
  return silent
}
