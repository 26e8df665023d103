import { readXml, XmlError } from '../../documents/xml-reader.ts'
import { readInstance } from '../../xbrl/instance.ts'
import { XbrlError } from '../../xbrl/reading.ts'
import type { Check, Comparison } from '../check.ts'
import { unwrapped } from '../unwrapped.ts'

const XBRL_ROOT = /<(?:[\w.-]{1,40}:)?(?:xbrl|linkbase|schema)[\s>]/
const SCHEMA_FILE = /\.(?:xml|xsd)(?:\.gz)?$/
const HEAD_BYTES = 16_384

/** Every instance, linkbase and schema of the corpus is read, or refused with a reason. */
export const xbrlDocumentsCheck: Check = {
  name: 'XBRL documents are read or refused with a reason',
  source: 'every instance, linkbase and schema of the corpus',
  at_least: 1,

  *compare(corpus): Iterable<Comparison> {
    for (const { path } of corpus.files) {
      if (!SCHEMA_FILE.test(path)) continue
      const bytes = unwrapped(corpus.bytes(path))
      const root = XBRL_ROOT.exec(bytes.subarray(0, HEAD_BYTES).toString('latin1'))
      if (root === null) continue
      const ours = outcome(bytes, root[0].includes('xbrl'))
      yield { case: path, ours, theirs: 'read', agreed: ours.startsWith('read') }
    }
  },
}

function outcome(bytes: Buffer, instance: boolean): string {
  try {
    if (!instance) return `read: ${readXml(bytes).children.length} elements`
    return `read: ${readInstance(bytes, 'document').facts.length} facts`
  } catch (error) {
    if (error instanceof XmlError || error instanceof XbrlError) return `refused: ${error.reason}`
    return `crashed: ${(error as Error).message}`
  }
}
