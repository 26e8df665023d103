import { portionOf } from '../budget.ts'
import { budgetSchema, limitSchema, OFFSET } from '../schemas.ts'
import { defineTool, ToolError } from '../tool.ts'

export const searchDocs = defineTool<{ query: string; limit: number }>({
  name: 'search_docs',
  title: 'Search the documentation',
  description:
    'Pages of the documentation about something: guides, operations, signal types, error codes. Needs no key.',
  inputSchema: {
    type: 'object',
    properties: {
      query: { type: 'string', minLength: 1, maxLength: 200, description: 'Words to look for.' },
      limit: limitSchema(5, 20),
    },
    required: ['query'],
  },
  async run({ query, limit }, { docs, signal }) {
    return { structured: { data: await docs.search(query, limit, signal) } }
  },
})

export const getPage = defineTool<{ path: string; offset: number; max_chars: number }>({
  name: 'get_page',
  title: 'Get a page of the documentation',
  description: 'A page as Markdown, at most `max_chars` characters from `offset` on. Needs no key.',
  inputSchema: {
    type: 'object',
    properties: {
      path: {
        type: 'string',
        pattern: '^/docs(/[A-Za-z0-9_.~-]+)*$',
        maxLength: 200,
        description: 'As `search_docs` gives it, such as `/docs/quick-start`.',
      },
      offset: OFFSET,
      max_chars: budgetSchema(10_000, 50_000),
    },
    required: ['path'],
  },
  async run({ path, offset, max_chars }, { docs, signal }) {
    const markdown = await docs.markdown(path, signal)
    if (markdown === undefined)
      throw new ToolError('page_not_found', `There is no page ${path}. Look for it with search_docs.`)
    const { text, ...portion } = portionOf(markdown, offset, max_chars)
    return {
      structured: { path, ...portion, markdown: text },
      text: `${JSON.stringify({ path, ...portion })}\n\n${text}`,
    }
  },
})
