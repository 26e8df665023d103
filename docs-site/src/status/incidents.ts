import written from '../../content/incidents.json'

/** An incident as it is written down, in content/incidents.json, by whoever runs the service. */
export interface Incident {
  /** Part of addresses: `2026-11-02-slow-lists`. */
  id: string
  title: string
  impact: 'minor' | 'major' | 'critical'
  started_at: string
  /** Null while it lasts. */
  resolved_at: string | null
  updates: { at: string; text: string }[]
}

const IMPACTS = ['minor', 'major', 'critical']
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

/** The incidents, the latest first. Throws with what is wrong: a status page with half an incident is worse than a failed build. */
export function readIncidents(given: unknown = written): Incident[] {
  if (!Array.isArray(given)) throw new Error('content/incidents.json is not a list.')
  const incidents = given.map((one, index) => checked(one as Incident, index))
  return incidents.sort((a, b) => b.started_at.localeCompare(a.started_at))
}

function checked(incident: Incident, index: number): Incident {
  const wrong = (what: string): never => {
    throw new Error(`content/incidents.json, entry ${index + 1}: ${what}`)
  }
  const { id, title, impact, started_at, resolved_at, updates } = incident
  if (!/^[0-9a-z-]+$/.test(id ?? '')) wrong('id is not made of a-z, 0-9 and -')
  if (!title) wrong('title is missing')
  if (!IMPACTS.includes(impact)) wrong(`impact is none of ${IMPACTS.join(', ')}`)
  if (!INSTANT.test(started_at ?? '')) wrong('started_at is not an instant such as 2026-11-02T10:00:00Z')
  if (resolved_at !== null && !INSTANT.test(resolved_at ?? ''))
    wrong('resolved_at is neither null nor an instant')
  if (!Array.isArray(updates) || updates.length === 0) wrong('updates is empty')
  for (const { at, text } of updates)
    if (!INSTANT.test(at ?? '') || !text) wrong('an update lacks its instant or its text')
  return incident
}
