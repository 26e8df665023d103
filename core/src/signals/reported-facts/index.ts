import type { DeterministicExtractor } from '../extractor.ts'
import { silentRevision } from './silent-revision.ts'

export const reportedFactRules: readonly DeterministicExtractor[] = [silentRevision]
