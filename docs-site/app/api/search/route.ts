import { createFromSource } from 'fumadocs-core/search/server'
import { source } from '../../../src/source.ts'

export const { GET } = createFromSource(source)
