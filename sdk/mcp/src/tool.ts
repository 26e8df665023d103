import type { JsonSchema } from '../../contract/read-contract.ts'
import type { LatentClient } from '../../src/index.ts'
import type { DocsSource } from './docs-source.ts'

/** What a tool may use: the API as the caller, and the documentation. */
export interface ToolContext {
  /** Throws a `ToolError` when the caller brought no key. */
  client(): LatentClient
  docs: DocsSource
  signal: AbortSignal
}

export interface Tool<Input = Record<string, unknown>> {
  name: string
  title: string
  description: string
  inputSchema: { type: 'object'; properties: Record<string, JsonSchema>; required?: readonly string[] }
  run(input: Input, context: ToolContext): Promise<ToolResult>
}

export interface ToolResult {
  structured: Record<string, unknown>
  /** Said instead of the structured result as JSON, where a text reads better. */
  text?: string
}

/** Something the caller can put right; its message goes to the assistant. */
export class ToolError extends Error {
  readonly code: string
  readonly details: Record<string, unknown>

  constructor(code: string, message: string, details: Record<string, unknown> = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}

/** Keeps the input's type beside its schema, and lets tools of different inputs stand in one list. */
export function defineTool<Input>(tool: Tool<Input>): Tool {
  return tool as unknown as Tool
}
