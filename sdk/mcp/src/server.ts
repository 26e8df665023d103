import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js'
import { nearest } from '../../contract/nearest.ts'
import { ApiError, ConnectionError, LatentClient, LatentError } from '../../src/index.ts'
import { checkedArguments } from './arguments.ts'
import type { DocsSource } from './docs-source.ts'
import { PROMPTS } from './prompts.ts'
import { type Tool, ToolError, type ToolResult } from './tool.ts'
import { TOOLS } from './tools/index.ts'
import { UNTRUSTED } from './untrusted.ts'
import { MCP_VERSION } from './version.ts'

export interface ServerOptions {
  apiUrl: string
  /** Where the documentation is; resources are named by addresses there. */
  portalUrl: string
  /** Undefined: the tools that ask the API say that a key is missing, the others work. */
  apiKey: string | undefined
  docs: DocsSource
  /** Ends everything that still runs. */
  signal?: AbortSignal
}

const ATTEMPT_MS = 15_000
const CALL_MS = 30_000
const RESOURCES_PER_PAGE = 100
const MAX_PROMPT_ARGUMENT_CHARS = 2_000

const INSTRUCTIONS = `SEC filings, and signals found in them, each with quotes that can be checked. Start with search_filings or search_text;
read with list_sections and read_section; verify with verify_quote before you quote. list_operations and call_operation reach
everything else that reads. ${UNTRUSTED}`

const TOOL_LIST = TOOLS.map(({ name, title, description, inputSchema }) => ({
  name,
  title,
  description,
  inputSchema: { ...inputSchema, additionalProperties: false },
  annotations: {
    title,
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: true,
  },
}))

/** A server for one caller; it holds nothing between requests, so that it can be made for each. */
export function createMcpServer({ apiUrl, portalUrl, apiKey, docs, signal }: ServerOptions): Server {
  const server = new Server(
    { name: 'sec-latent', title: 'SEC Latent Platform', version: MCP_VERSION },
    { capabilities: { tools: {}, resources: {}, prompts: {} }, instructions: INSTRUCTIONS },
  )
  let made: LatentClient | undefined
  const client = () => {
    if (apiKey === undefined)
      throw new ToolError(
        'missing_key',
        'There is no API key: send one as a bearer token, or set LATENT_API_KEY.',
      )
    made ??= new LatentClient({
      apiKey,
      baseUrl: apiUrl,
      timeoutMs: ATTEMPT_MS,
      totalTimeoutMs: CALL_MS,
      maxRetryAfterMs: 5_000,
      logLevel: 'off',
    })
    return made
  }
  const until = (given: AbortSignal) => (signal ? AbortSignal.any([given, signal]) : given)

  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOL_LIST }))
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, extra) => {
    const tool = toolNamed(params.name)
    try {
      const input = checkedArguments({ ...tool.inputSchema, additionalProperties: false }, params.arguments)
      return answered(await tool.run(input, { client, docs, signal: until(extra.signal) }))
    } catch (error) {
      return failed(error)
    }
  })

  server.setRequestHandler(ListResourcesRequestSchema, async ({ params }, extra) => {
    const begin = Number(params?.cursor ?? 0)
    if (!Number.isSafeInteger(begin) || begin < 0)
      throw new McpError(ErrorCode.InvalidParams, 'This is not a cursor of this list.')
    const pages = await orProtocolError(docs.pages(until(extra.signal)))
    const next = begin + RESOURCES_PER_PAGE
    return {
      resources: pages.slice(begin, next).map(({ path, title, description }) => ({
        uri: portalUrl + path,
        name: path,
        title,
        description,
        mimeType: 'text/markdown',
      })),
      ...(next < pages.length && { nextCursor: String(next) }),
    }
  })
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [
      {
        uriTemplate: `${portalUrl}/docs/{+path}`,
        name: 'documentation',
        title: 'A page of the documentation',
        mimeType: 'text/markdown',
      },
    ],
  }))
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }, extra) => {
    const path = uri.startsWith(`${portalUrl}/docs`) ? uri.slice(portalUrl.length) : undefined
    const known =
      path === undefined ? undefined : await orProtocolError(docs.markdown(path, until(extra.signal)))
    if (known === undefined)
      throw new McpError(ErrorCode.InvalidParams, `There is no resource ${uri.slice(0, 300)}.`)
    return { contents: [{ uri, mimeType: 'text/markdown', text: known }] }
  })

  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: PROMPTS.map(({ write: _, ...prompt }) => prompt),
  }))
  server.setRequestHandler(GetPromptRequestSchema, ({ params: { name, arguments: given = {} } }) => {
    const prompt = PROMPTS.find((one) => one.name === name)
    if (!prompt) throw new McpError(ErrorCode.InvalidParams, `There is no prompt ${name.slice(0, 100)}.`)
    for (const { name: argument, required } of prompt.arguments ?? []) {
      if (required && !given[argument])
        throw new McpError(ErrorCode.InvalidParams, `The prompt ${name} needs \`${argument}\`.`)
      if ((given[argument]?.length ?? 0) > MAX_PROMPT_ARGUMENT_CHARS)
        throw new McpError(ErrorCode.InvalidParams, `\`${argument}\` is too long.`)
    }
    const { description } = prompt
    const text = prompt.write(given)
    return { description, messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] }
  })
  return server
}

function toolNamed(name: string): Tool {
  const tool = TOOLS.find((one) => one.name === name)
  if (tool) return tool
  const suggestion = nearest(
    name,
    TOOLS.map((one) => one.name),
  )
  const hint = suggestion ? ` Did you mean ${suggestion}?` : ''
  throw new McpError(ErrorCode.InvalidParams, `There is no tool ${name.slice(0, 100)}.${hint}`)
}

function answered({ structured, text }: ToolResult): CallToolResult {
  return {
    structuredContent: structured,
    content: [{ type: 'text', text: text ?? JSON.stringify(structured) }],
  }
}

/** Errors of the API and of the arguments are for the assistant to read; what is wrong in here is not explained to it. */
function failed(error: unknown): CallToolResult {
  const structured = { error: described(error) }
  return {
    isError: true,
    structuredContent: structured,
    content: [{ type: 'text', text: JSON.stringify(structured) }],
  }
}

function described(error: unknown): Record<string, unknown> {
  if (error instanceof ToolError) return { code: error.code, detail: error.message, ...error.details }
  if (error instanceof ApiError) {
    const { code, status, problem, requestId, retryAfterMs } = error
    return {
      code: code ?? 'unexpected_answer',
      status,
      detail: problem?.detail ?? 'The answer was not one of the API.',
      request_id: requestId,
      ...(problem?.errors?.length && { errors: problem.errors }),
      ...(retryAfterMs !== null && { retry_after_ms: retryAfterMs }),
      ...(problem?.type && { docs: problem.type }),
    }
  }
  if (error instanceof ConnectionError)
    return {
      code: 'api_unreachable',
      detail: 'The API did not answer in time. Try again in a moment.',
      request_id: null,
    }
  if (error instanceof LatentError) return { code: 'invalid_key', detail: error.message }
  if ((error as Error)?.name === 'AbortError' || (error as Error)?.name === 'TimeoutError')
    return { code: 'cancelled', detail: 'The call was ended before it had an answer.', request_id: null }
  return { code: 'internal_error', detail: 'Something went wrong in this server.', request_id: null }
}

async function orProtocolError<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof ToolError) throw new McpError(ErrorCode.InternalError, error.message)
    throw error
  }
}
