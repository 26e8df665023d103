import type { Queryable } from '../db.ts'
import type { Section } from './section.ts'

/** A section as stored: offsets in code points and UTF-8 bytes of the canonical text. */
export interface SectionRecord extends Omit<Section, 'start' | 'end'> {
  section_id: string
  document_id: string
  position: number
  start: number
  end: number
  byte_start: number
  byte_end: number
}

/** Stores the sections of a document. Repeating it changes nothing: a section is keyed by document and section key. */
export async function insertSections(tx: Queryable, sections: SectionRecord[]): Promise<void> {
  if (sections.length === 0) return
  await tx`insert into sections ${tx(
    sections,
    'section_id',
    'document_id',
    'section_key',
    'position',
    'title',
    'status',
    'disposition',
    'boundary_method',
    'confidence',
    'start',
    'end',
    'byte_start',
    'byte_end',
    'note',
  )} on conflict (section_id) do nothing`
}
