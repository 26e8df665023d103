import type { SignalLabel } from './label.ts'

/** Every label a signal is graded by. */
export const signalLabels: readonly SignalLabel[] = []
