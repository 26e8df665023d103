// To the extent possible under law, the authors have waived all copyright and related rights to the word list in this
// file (CC0 1.0, https://creativecommons.org/publicdomain/zero/1.0/). It was written by meaning, family by family, from
// our own knowledge of English and of filings; no published word list was copied or consulted.

/** Words that weaken what is said: it may be so, more or less, sometimes. Strong words (will, must, always) are none of these. */
export const WEAK_MODAL_WORDS = `
may might could perhaps maybe possibly conceivably seemingly apparently appear(|s|ed|ing) seem(|s|ed|ing) suggest(|s|ed|ing) tend(|s|ed) sometimes occasionally almost nearly somewhat depend(|s|ed|ing) uncertain uncertainly presumably arguably potentially partly
`
