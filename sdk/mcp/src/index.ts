export type { DocsHit, DocsPage, DocsSource } from './docs-source.ts'
export { type McpHandlerOptions, mcpHandler } from './http.ts'
export { MCP_VERSION } from './version.ts'
