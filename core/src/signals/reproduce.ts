import { canonicalJson, configSha256, fingerprint, inputSha256 } from './fingerprint.ts'
import { rules } from './index.ts'
import { loadFiling } from './load-filing.ts'
import { meetNeeds } from './meet-needs.ts'
import type { NeedSources } from './need.ts'
import type { PublishedSignal } from './read-store.ts'
import type { Finding } from './signal.ts'

/** What came of running the rule of a signal again on what is stored. */
export interface Reproduction {
  outcome: 'reproduced' | 'inputs_changed' | 'version_retired' | 'not_deterministic' | 'not_reproduced'
  fingerprint_again: string | null
  input_sha256_again: string | null
  /** Version of the rule that would read the filing now; the signal's own when the rule is gone. */
  current_version: string
}

type Reproducible = Pick<
  PublishedSignal,
  | 'accession_number'
  | 'signal_type'
  | 'subject'
  | 'extractor_name'
  | 'extractor_version'
  | 'extractor_kind'
  | 'input_sha256'
  | 'fingerprint'
>

/** Runs the rule behind a signal again, from the stored bytes on, and compares fingerprints. Writes nothing. */
export async function reproduce(signal: Reproducible, sources: NeedSources): Promise<Reproduction> {
  const nothing = { fingerprint_again: null, input_sha256_again: null }
  if (signal.extractor_kind === 'llm') {
    return { outcome: 'not_deterministic', ...nothing, current_version: signal.extractor_version }
  }
  const rule = rules.find((one) => one.name === signal.extractor_name)
  if (rule?.version !== signal.extractor_version) {
    return {
      outcome: 'version_retired',
      ...nothing,
      current_version: rule?.version ?? signal.extractor_version,
    }
  }
  const filing = await loadFiling(signal.accession_number, sources)
  const met = await meetNeeds([rule], filing, sources)
  const input_sha256 = inputSha256(filing, rule, met)
  const outcome = rule.extract({ filing, as_of: filing.accepted_at, ...met.of(rule) })
  const reproducible = { ...rule, input_sha256, config_sha256: configSha256(rule) }
  const prints = (outcome.status === 'ok_found' ? outcome.findings : [])
    .filter((finding) => finding.signal_type === signal.signal_type && finding.subject === signal.subject)
    .map((finding) => fingerprint(filing, reproducible, asStored(finding)))
  const again = prints.find((one) => one === signal.fingerprint) ?? prints[0] ?? null
  const same = again === signal.fingerprint
  const changed = input_sha256 !== signal.input_sha256
  return {
    outcome: same ? 'reproduced' : changed ? 'inputs_changed' : 'not_reproduced',
    fingerprint_again: again,
    input_sha256_again: input_sha256,
    current_version: rule.version,
  }
}

/** The finding without what JSON cannot tell from absence. */
function asStored(finding: Finding): Finding {
  return JSON.parse(canonicalJson(finding)) as Finding
}
