import type {
  CalculationArc,
  ConceptLabel,
  ElementDeclaration,
  PresentationArc,
  TaxonomyDocument,
} from './taxonomy-document.ts'

/** The part of a filing's taxonomy that it brings along: what its schema and linkbases say together. */
export interface FiledTaxonomy {
  roles: Map<string, string>
  elements: Map<string, ElementDeclaration>
  /** Arcs by role, prohibited ones and those they prohibit left out, in order. */
  presentation: Map<string, PresentationArc[]>
  calculation: Map<string, CalculationArc[]>
  /** By element, then by label role; English where there are several languages. */
  labels: Map<string, Map<string, string>>
}

export function mergeTaxonomy(documents: readonly TaxonomyDocument[]): FiledTaxonomy {
  const taxonomy: FiledTaxonomy = {
    roles: new Map(documents.flatMap(({ roles }) => [...roles])),
    elements: new Map(documents.flatMap(({ elements }) => [...elements])),
    presentation: byRole(documents.flatMap(({ presentation }) => presentation)),
    calculation: byRole(documents.flatMap(({ calculation }) => calculation)),
    labels: new Map(),
  }
  for (const { labels } of documents) for (const label of labels) addLabel(taxonomy, label)
  return taxonomy
}

function addLabel({ labels }: FiledTaxonomy, { element, role, language, text }: ConceptLabel): void {
  const known = labels.get(element) ?? new Map<string, string>()
  labels.set(element, known)
  if (!known.has(role) || language.startsWith('en')) known.set(role, text)
}

/** XBRL 2.1 section 3.5.3.9.7.5: a prohibiting arc takes away the equal arcs of the same or a lower priority. */
function byRole<A extends CalculationArc | PresentationArc>(arcs: A[]): Map<string, A[]> {
  const prohibited = new Map<string, number>()
  for (const arc of arcs) {
    if (!arc.prohibited) continue
    const key = keyOf(arc)
    prohibited.set(key, Math.max(prohibited.get(key) ?? Number.NEGATIVE_INFINITY, arc.priority))
  }
  const roles = new Map<string, A[]>()
  for (const arc of arcs) {
    if (arc.prohibited || (prohibited.get(keyOf(arc)) ?? Number.NEGATIVE_INFINITY) >= arc.priority) continue
    const role = roles.get(arc.role)
    if (role) role.push(arc)
    else roles.set(arc.role, [arc])
  }
  // The sort is stable: equal orders keep the order of the file.
  for (const role of roles.values()) role.sort((one, other) => one.order - other.order)
  return roles
}

function keyOf({ role, from, to, order }: CalculationArc | PresentationArc): string {
  return JSON.stringify([role, from, to, order])
}

/** `us-gaap_Assets` as `us-gaap:Assets`. Ids are the prefix, a line and the name (EDGAR Filer Manual, 6.7). */
export function conceptOf(taxonomy: FiledTaxonomy, element: string): string {
  const declared = taxonomy.elements.get(element)?.name
  if (declared !== undefined && element.endsWith(`_${declared}`))
    return `${element.slice(0, -declared.length - 1)}:${declared}`
  const line = element.indexOf('_')
  return line < 0 ? element : `${element.slice(0, line)}:${element.slice(line + 1)}`
}
