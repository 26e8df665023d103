import type { Section } from '../../sections/section.ts'
import type { ReadDocument } from '../filing-under-read.ts'
import { pairsIn, type ReadSentence, sentenceReader, wordsBefore, wordsFrom } from './sentence-reading.ts'

/**
 * What a sentence about controls says. `weakness`: there is a material weakness, or was. `remediated`: one was remediated.
 * `unremediated`: one is not remediated yet. `no_weakness`: there is none. The others are the conclusions of management.
 */
export type ControlsStatement =
  | 'weakness'
  | 'remediated'
  | 'unremediated'
  | 'no_weakness'
  | 'internal_control_effective'
  | 'internal_control_not_effective'
  | 'disclosure_controls_effective'
  | 'disclosure_controls_not_effective'

export interface FoundControls {
  statement: ControlsStatement
  sentence: ReadSentence
}

/** Everything the sections say of the effectiveness of controls and of material weaknesses, in the order of the text. */
export function controlsStatements(document: ReadDocument, sections: readonly Section[]): FoundControls[] {
  const reader = sentenceReader(document)
  if (reader === null) return []
  const found: FoundControls[] = []
  for (const section of sections) {
    const { first, end } = reader.between(section.start, section.end)
    for (let number = first; number < end; number++) {
      const sentence = reader.read(number)
      for (const statement of statementsOf(sentence.words)) found.push({ statement, sentence })
    }
  }
  return found
}

const SUPPOSES =
  / (?:may|might|could|would|can|if|whether|should|unless|until|cannot|potential|potentially|future|risk|ensure|assure) /
const OF_REMEDIATION = /^remediat(?:ed|e|es|ing|ion)$/

/** What the words of one sentence say; empty for a sentence about something else. */
export function statementsOf(words: readonly string[]): ControlsStatement[] {
  const found = new Set<ControlsStatement>()
  for (const at of pairsIn(words, 'material', ['weakness', 'weaknesses'])) {
    const statement = weaknessAt(words, at)
    if (statement) found.add(statement)
  }
  for (const statement of conclusionsOf(words)) found.add(statement)
  return [...found]
}

function weaknessAt(words: readonly string[], at: number): ControlsStatement | null {
  const close = wordsBefore(words, at, 5)
  const before = wordsBefore(words, at, 12)
  const behind = wordsFrom(words, at + 2, 14)
  // "A material weakness is a deficiency, or a combination of deficiencies, in internal control …"
  if (
    /^ (?:is|means|as defined|\(as|was defined|are|exists when|refers to) (?:.{0,40} )?(?:deficiency|deficiencies|defined|control deficiency) /.test(
      behind,
    )
  ) {
    return null
  }
  if (/ (?:definition|term|defined|defines|meaning) /.test(before)) return null
  // The auditor's standard text, and the certificates of officers.
  if (/ (?:risk|risks) (?:that )?(?:a |any )?$/.test(before) || / assessing the risk /.test(before))
    return null
  if (
    / (?:all|regard|regards) /.test(before) &&
    / (?:significant deficiencies|deficiencies) (?:and|or) $/.test(close)
  )
    return null
  const remediation = remediationIn(words)
  if (remediation) return remediation
  if (/ no longer /.test(close)) return 'remediated'
  // "Less severe than a material weakness"; "any material weakness" that somebody has to disclose.
  if (/ than (?:a |any )?$/.test(close)) return null
  if (/ no (?:\S+ )?deficienc(?:y|ies) /.test(wordsBefore(words, at, 18))) return 'no_weakness'
  if (/ no (?:assurance|assurances|certainty|guarantee) /.test(before)) return null
  // Who found none says so right in front: "no", "not identify any", "did not constitute a".
  if (/ (?:no|without|nor|neither|free of|free from|absence of|lack of) /.test(wordsBefore(words, at, 6))) {
    return 'no_weakness'
  }
  if (/ (?:will|may|could|would|can|might) not (?:\S+ )?identify /.test(before)) return null
  if (
    / (?:not|never) (?:\S+ )?(?:identify|identified|identifying|constitute|constituted|find|found|have|had|aware|discover|discovered|disclose|disclosed|note|noted|result|reveal|revealed|any|represent|rise|been|deemed|considered|be|a) /.test(
      wordsBefore(words, at, 10),
    )
  ) {
    return 'no_weakness'
  }
  if (/ (?:not|nor) /.test(close) && / (?:identified|found|noted|exist) /.test(behind)) return 'no_weakness'
  if (/^ (?:was|were|is|are) (?:not|never) (?:identified|noted|found|present) /.test(behind))
    return 'no_weakness'
  if (words[at - 1] === 'any') return null
  if (/ (?:been|was|were|is|are) (?:\S+ )?(?:eliminated|corrected|resolved|cured) /.test(behind)) {
    return / (?:not|never|until|will) /.test(behind) ? 'unremediated' : 'remediated'
  }
  if (
    SUPPOSES.test(wordsBefore(words, at, 8)) &&
    !/ (?:due to|because of|result of|identified|following|existed|described|existence of) /.test(close)
  ) {
    return null
  }
  if (words[0] === 'if' || (words[0] === 'a' && at === 1)) return null
  if (
    / (?:identified|due to|because of|result of|resulted in|resulting from|existence of|existed|exist|following|represent|represents|represented|constitute|constitutes|constituted|constituting|had|have|has|is|are|was|were|reported|disclosed|noted|described|discussed|these|such|the|this|its|our|certain|there|that|to be|as|two|three|several|multiple|one) /.test(
      wordsBefore(words, at, 7),
    ) ||
    / (?:existed|exists|exist|identified|described|relate|relates|related|include|included|were|was|have|has|noted|below|above) /.test(
      behind,
    )
  ) {
    return 'weakness'
  }
  return null
}

/** Whether a sentence with a weakness in it says that it was remediated, or that it is not. */
function remediationIn(words: readonly string[]): ControlsStatement | null {
  const at = words.findIndex((word) => OF_REMEDIATION.test(word))
  if (at < 0) return null
  // "We have remediated two of the three": some are left.
  if (
    / (?:one|two|three|four|five|six|some|certain|most|several|part|portion) of (?:the|these|those|our|its) /.test(
      ` ${words.join(' ')} `,
    )
  ) {
    return 'unremediated'
  }
  for (const [place, word] of words.entries()) {
    if (word !== 'remediated') continue
    const near = wordsBefore(words, place, 8)
    if (
      / (?:not|cannot|until|will|unable|unless|once|when|if|be|before|never|yet|only|partially|no) /.test(
        near,
      )
    ) {
      // "Cannot be considered remediated until", "will be remediated".
      if (!/ (?:not only|to be|and will) /.test(near) || / (?:not|until|will) /.test(near))
        return 'unremediated'
    }
    if (
      / (?:was|were|been|has|have|had|is|are|we|management|company|fully|successfully|effectively|considered|that|which|and|as) /.test(
        near,
      )
    ) {
      return 'remediated'
    }
  }
  const all = ` ${words.join(' ')} `
  const denied =
    / (?:not|until|unable|cannot|will|continue|continues|continuing|ongoing|plan|plans|expect|expects|intend|intends|begun|began|process) /.test(
      all,
    )
  if (/ complet(?:ed|ion) /.test(all) && / remediation /.test(all) && !denied) return 'remediated'
  // "Other than the remediation of the material weakness described above, there were no changes."
  if (
    / (?:other than|except for|except with respect to|aside from|apart from|except|besides) (?:the )?remediation of /.test(
      all,
    ) &&
    !/ efforts /.test(all)
  ) {
    return 'remediated'
  }
  if (
    / (?:to|will|should|help|continue|continues|plan|plans|efforts|process|progress|steps|measures|actions?|begun|began|not|ongoing) /.test(
      all,
    )
  ) {
    return 'unremediated'
  }
  return null
}

/** Conclusions on disclosure controls and on internal control over financial reporting. */
function conclusionsOf(words: readonly string[]): ControlsStatement[] {
  if (words[0] === 'if') return []
  const found: ControlsStatement[] = []
  for (const [at, word] of words.entries()) {
    if (word !== 'effective' && word !== 'ineffective' && word !== 'effectively') continue
    const near = wordsBefore(words, at, 8)
    if (
      / (?:cost|costs) $/.test(near) ||
      / become(?:s)? $/.test(wordsBefore(words, at, 1)) ||
      / (?:may|might|could|would|can|if|whether|should|will|no matter|how|unable|assure you|no assurance|assert) /.test(
        near,
      )
    )
      continue
    // Where a conclusion stands, the verb stands close: "were effective", "maintained effective internal control".
    const stated = / (?:was|were|is|are|been|being|as|remain|remained|remains|operating|not) /.test(
      wordsBefore(words, at, 5),
    )
    if (
      word === 'effectively'
        ? !/ not (?:\S+ )?(?:operating|operate|functioning|working|designed) $/.test(
            wordsBefore(words, at, 4),
          )
        : !stated
    )
      continue
    const denied = word !== 'effective' || / (?:not|never|neither|nor) /.test(wordsBefore(words, at, 5))
    const about = subjectOf(words, at)
    if (about) found.push(denied ? `${about}_not_effective` : `${about}_effective`)
  }
  if (
    / (?:did|does|has|have) not maintain(?:ed)? (?:\S+ )?effective internal controls? /.test(
      ` ${words.join(' ')} `,
    )
  ) {
    found.push('internal_control_not_effective')
  }
  return [...new Set(found)]
}

/** Which controls a sentence judges: those named last before the judgement. */
function subjectOf(words: readonly string[], at: number): 'internal_control' | 'disclosure_controls' | null {
  for (let place = at - 1; place >= 0; place--) {
    const word = words[place]
    if (word !== 'control' && word !== 'controls') continue
    const before = words[place - 1] ?? ''
    if (before === 'disclosure') return 'disclosure_controls'
    if (before === 'internal' || before === 'accounting' || words[place - 2] === 'internal')
      return 'internal_control'
    if (words[place + 1] === 'over') return 'internal_control'
  }
  // "These controls were ineffective", the subject named in words the rule does not know.
  return null
}
