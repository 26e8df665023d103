import type { DiffHunk, DiffStep } from './diff.ts'

/** The steps that make the right text out of the left one, or the other way round. */
export function diffSteps(
  hunks: readonly DiffHunk[],
  target: string,
  direction: 'forward' | 'backward' = 'forward',
): DiffStep[] {
  return hunks.flatMap((hunk): DiffStep[] => {
    const [from, to] = direction === 'forward' ? (['left', 'right'] as const) : (['right', 'left'] as const)
    if (hunk.operation === 'equal') return [{ keep: [hunk[`${from}_start`], hunk[`${from}_end`]] }]
    const text = target.slice(hunk[`${to}_start`], hunk[`${to}_end`])
    return text === '' ? [] : [{ text }]
  })
}

/** Carries out the steps on one text; the result is the other one, character by character. */
export function applyDiff(source: string, steps: readonly DiffStep[]): string {
  return steps.map((step) => ('keep' in step ? source.slice(...step.keep) : step.text)).join('')
}
