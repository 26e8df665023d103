/**
 * The words of a list written in families: `fail(|s|ed|ure)` stands for fail, fails, failed and failure.
 *
 * @throws Error for an entry that is neither a word nor a family
 */
export function wordsOfFamilies(list: string): string[] {
  return list
    .split(/\s+/)
    .filter((entry) => entry !== '')
    .flatMap((entry) => {
      const [, stem = '', , endings] = /^([a-z]+)(\(([a-z|]+)\))?$/.exec(entry) ?? []
      if (stem === '') throw new Error(`"${entry}" is neither a word nor a family of words`)
      return endings === undefined ? [stem] : endings.split('|').map((ending) => stem + ending)
    })
}
