import { htmlOf } from '@sec-latent/core/documents/html-rendering'
import { markdownOf } from '@sec-latent/core/documents/markdown'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import type { FastifyReply } from 'fastify'
import { preferredText } from '../accept.ts'
import { documentParts } from './bytes.ts'

export const TEXT_FORMATS = ['text', 'markdown', 'html'] as const
export type TextFormat = (typeof TEXT_FORMATS)[number]

const MEDIA_TYPES = { text: 'text/plain', markdown: 'text/markdown', html: 'text/html' } as const

/** The format that was asked for, by name or by the media type the caller prefers. */
export function formatOf(format: TextFormat | undefined, accept: string | undefined): TextFormat {
  if (format) return format
  const preferred = preferredText(accept)
  return TEXT_FORMATS.find((one) => MEDIA_TYPES[one] === preferred) ?? 'text'
}

/** The span from `start` to `end` (UTF-16 indexes) of a canonical text, drawn in a format. */
export async function renderedSpan(
  objects: ObjectStore,
  document: { blocks_sha256: string | null },
  text: string,
  [start, end]: readonly [number, number],
  format: TextFormat,
): Promise<string> {
  if (format === 'text') return text.slice(start, end)
  const { blocks, tables } = await documentParts(objects, document)
  return format === 'html'
    ? htmlOf({ text, blocks, tables }, start, end)
    : markdownOf(text, blocks, start, end, tables)
}

/** Sends a rendering alone. HTML is ours and clean; should it ever not be, a browser still runs and loads nothing of it. */
export function sendRendering(reply: FastifyReply, format: TextFormat, rendering: string): FastifyReply {
  reply.header('content-type', `${MEDIA_TYPES[format]}; charset=utf-8`)
  if (format === 'html') {
    reply.header(
      'content-security-policy',
      "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    reply.header('x-content-type-options', 'nosniff')
  }
  return reply.send(rendering)
}
