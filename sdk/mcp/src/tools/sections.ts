import { portionOf } from '../budget.ts'
import { budgetSchema, limitSchema, OFFSET, parameters } from '../schemas.ts'
import { defineTool, ToolError } from '../tool.ts'
import { marked, UNTRUSTED } from '../untrusted.ts'
import { listed, only } from './filings.ts'

const MAX_SECTION_CHARS = 50_000

interface ListSections {
  accession_number: string
  limit: number
  [filter: string]: unknown
}

export const listSections = defineTool<ListSections>({
  name: 'list_sections',
  title: 'List the sections of a filing',
  description:
    'The items of a filing with their keys and lengths; `status` says whether an item was found, is absent, or could not be found. Costs 1 unit.',
  inputSchema: {
    type: 'object',
    properties: {
      ...parameters('listSections', 'accession_number', 'sequence', 'status', 'as_of', 'cursor'),
      limit: limitSchema(50, 100),
    },
    required: ['accession_number'],
  },
  async run({ accession_number, ...query }, { client, signal }) {
    const page = await client().sections.list(accession_number, query as never, { signal })
    const sections = page.data.map((section) => ({
      ...only(section, 'section_key', 'sequence', 'title', 'status', 'disposition', 'confidence', 'note'),
      chars: section.end - section.start,
    }))
    return { structured: { accession_number, ...listed(page, sections) } }
  },
})

interface ReadSection {
  accession_number: string
  section_key: string
  sequence?: number
  as_of?: string
  offset: number
  max_chars: number
}

export const readSection = defineTool<ReadSection>({
  name: 'read_section',
  title: 'Read a section',
  description:
    'The text of a section, at most `max_chars` characters from `offset` on. When it was cut, `next_offset` says where to go on. `start` and `end` place the text in its document, for citations. Costs 1 unit.',
  inputSchema: {
    type: 'object',
    properties: {
      ...parameters('getSection', 'accession_number', 'section_key', 'sequence', 'as_of'),
      offset: OFFSET,
      max_chars: budgetSchema(8_000, MAX_SECTION_CHARS),
    },
    required: ['accession_number', 'section_key'],
  },
  async run({ accession_number, section_key, offset, max_chars, ...query }, { client, signal }) {
    const section = await client().sections.get(accession_number, section_key, query, { signal })
    if (section.text === null)
      throw new ToolError(
        'section_has_no_text',
        `${section.section_id} has no text: it is ${section.disposition}.`,
      )
    const { text, ...portion } = portionOf(section.text, offset, max_chars)
    const place = {
      ...only(section, 'accession_number', 'section_id', 'section_key', 'title', 'status', 'text_sha256'),
      start: section.start + portion.offset,
      end: section.start + portion.offset + portion.returned_chars,
      ...portion,
      remaining_chars: portion.total_chars - portion.offset - portion.returned_chars,
    }
    return {
      structured: { untrusted: UNTRUSTED, ...place, text },
      text: `${JSON.stringify(place)}\n${continuation(place)}\n${marked(text)}`,
    }
  },
})

function continuation({
  next_offset,
  remaining_chars,
}: {
  next_offset: number | null
  remaining_chars: number
}) {
  if (next_offset === null) return 'This is the end of the section.'
  return `Cut: ${remaining_chars} characters are left. Call read_section again with offset ${next_offset}.`
}
