import { realStatedFacts } from '../reported-facts/real-stated-facts.ts'
import type { Finding } from '../signal.ts'
import type { Vector } from '../vectors/vector.ts'
import { auditorIdentity } from './auditor-identity.ts'
import { cyberGovernance } from './cyber-governance.ts'

const EDGARTOOLS = 'edgartools tests (MIT)'

/** What the rule finds in a real filing; null when it is not held. */
function findingsIn(rule: typeof auditorIdentity, accession: string): Finding[] | null {
  const real = realStatedFacts(accession)
  if (!real) return null
  const { filing, facts } = real
  const outcome = rule.extract({ filing, as_of: filing.accepted_at, facts })
  return outcome.status === 'ok_found' ? outcome.findings : []
}

const auditor = (id: string, title: string, accession: string, expected: string): Vector => ({
  id,
  kind: 'pub',
  signal_type: 'auditor_identity',
  title,
  source: EDGARTOOLS,
  formula: 'Cover facts: number of the firm, and whether it attested to internal control',
  expected,
  got() {
    const findings = findingsIn(auditorIdentity, accession)
    if (findings === null) return null
    return findings.map(({ value, payload }) => `${value}, attestation ${payload?.attested}`).join(' ')
  },
})

const affected = (id: string, company: string, accession: string): Vector => ({
  id,
  kind: 'pub',
  signal_type: 'cyber_governance',
  title: `${company}: materially affected by cybersecurity threats`,
  source: `public note; 10-K ${accession}`,
  formula: 'The `cyd` flag',
  expected: 'false',
  got() {
    const findings = findingsIn(cyberGovernance, accession)
    if (findings === null) return null
    return String(findings.find(({ subject }) => subject === 'materially_affected')?.value)
  },
})

/** Published examples on auditors and on cybersecurity. */
export const governanceVectors: readonly Vector[] = [
  auditor(
    'V46a',
    'Apple 0000320193-24-000123: Ernst & Young',
    '0000320193-24-000123',
    '42, attestation true',
  ),
  auditor('V46b', 'Microsoft 0000950170-24-087843: Deloitte', '0000950170-24-087843', '34, attestation true'),
  auditor(
    'V46c',
    '0001628280-26-008131: PricewaterhouseCoopers',
    '0001628280-26-008131',
    '238, attestation true',
  ),
  affected('V52a', 'Apple', '0000320193-25-000079'),
  affected('V52b', 'NVIDIA', '0001045810-25-000023'),
]
