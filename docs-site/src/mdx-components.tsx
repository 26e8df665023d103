import { Callout } from 'fumadocs-ui/components/callout'
import { Step, Steps } from 'fumadocs-ui/components/steps'
import { Tab, Tabs } from 'fumadocs-ui/components/tabs'
import defaultComponents from 'fumadocs-ui/mdx'
import type { MDXComponents } from 'mdx/types'
import { ProblemList, ReferenceList, SignalList } from './generated-lists.tsx'

/** What a page may use without importing it. */
export const mdxComponents: MDXComponents = {
  ...defaultComponents,
  Callout,
  Step,
  Steps,
  Tab,
  Tabs,
  ProblemList,
  ReferenceList,
  SignalList,
}
