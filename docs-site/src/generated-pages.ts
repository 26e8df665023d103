import type { StructuredData } from 'fumadocs-core/mdx-plugins/remark-structure'
import type { MetaData, StaticSource } from 'fumadocs-core/source'
import { type SignalType, signalTypes } from './catalogue.ts'
import { type Problem, problems } from './problem-pages.ts'

interface GeneratedPage {
  title: string
  description: string
  structuredData: StructuredData
}

type Source<Data> = StaticSource<{ pageData: GeneratedPage & Data; metaData: MetaData }>

const searchable = (...contents: string[]): StructuredData => ({
  headings: [],
  contents: contents.map((content) => ({ heading: undefined, content })),
})

/** One page per problem code, at the address its `type` names. */
export const problemPages: Source<{ problem: Problem }> = {
  files: problems.map((problem) => ({
    type: 'page',
    path: `errors/${problem.code}.mdx`,
    data: {
      title: problem.code,
      description: problem.title,
      structuredData: searchable(`${problem.status} ${problem.title}`, problem.description, problem.fix),
      problem,
    },
  })),
}

/** One page per signal type. */
export const signalPages: Source<{ signal: SignalType }> = {
  files: signalTypes.map((signal) => ({
    type: 'page',
    path: `signals/${signal.signal_type}.mdx`,
    data: {
      title: signal.signal_type,
      description: signal.title,
      structuredData: searchable(signal.description, signal.formula, signal.source),
      signal,
    },
  })),
}
