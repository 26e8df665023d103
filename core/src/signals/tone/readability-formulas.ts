/** What the formulas of readability count. */
export interface ReadabilityCounts {
  words: number
  sentences: number
  syllables: number
  /** Words of three syllables and more. */
  complex_words: number
}

/** 0.4 · (W/S + 100·C/W). */
export function fogIndex({ words, sentences, complex_words }: ReadabilityCounts): number {
  return 0.4 * (words / sentences + (100 * complex_words) / words)
}

/** 206.835 − 1.015·W/S − 84.6·Y/W. */
export function fleschReadingEase({ words, sentences, syllables }: ReadabilityCounts): number {
  return 206.835 - (1.015 * words) / sentences - (84.6 * syllables) / words
}

/** 0.39·W/S + 11.8·Y/W − 15.59. */
export function fleschKincaid({ words, sentences, syllables }: ReadabilityCounts): number {
  return (0.39 * words) / sentences + (11.8 * syllables) / words - 15.59
}

/** 1.043·√(30·C/S) + 3.1291. */
export function smogGrade({ sentences, complex_words }: ReadabilityCounts): number {
  return 1.043 * Math.sqrt((30 * complex_words) / sentences) + 3.1291
}
