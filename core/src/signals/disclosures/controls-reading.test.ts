import { describe, expect, it } from 'vitest'
import { wordsOf } from '../words.ts'
import { statementsOf } from './controls-reading.ts'

const read = (sentence: string) => [...statementsOf(wordsOf(sentence))].sort().join(' ')

describe('a sentence of the item on controls', () => {
  it.each([
    [
      'disclosure_controls_effective',
      'our Chief Executive Officer and Chief Financial Officer have concluded that, as of such date, our disclosure controls and procedures were, in design and operation, effective at a reasonable assurance level.',
    ],
    [
      'internal_control_effective',
      "Based on this evaluation, the Company’s management has concluded that, as of September 30, 2024, the Company's internal control over financial reporting was effective.",
    ],
    [
      'disclosure_controls_not_effective weakness',
      'Based on this evaluation, our management concluded that our disclosure controls and procedures were not effective as of June 30, 2023 due to the following material weaknesses.',
    ],
    [
      '',
      'A material weakness is a deficiency, or combination of deficiencies, in internal control over financial reporting such that there is a reasonable possibility that a material misstatement will not be prevented.',
    ],
    [
      '',
      'Under standards established by the PCAOB, a material weakness is a deficiency or combination of deficiencies in internal control over financial reporting.',
    ],
    [
      '',
      'Our audit included obtaining an understanding of internal control over financial reporting, assessing the risk that a material weakness exists, testing and evaluating the design and operating effectiveness of internal control based on the assessed risk.',
    ],
    [
      'no_weakness',
      'In connection with this assessment, there were no material weaknesses in our internal control over financial reporting identified by management.',
    ],
    [
      'no_weakness',
      'There were no significant deficiencies or material weaknesses, and therefore there were no corrective actions taken.',
    ],
    [
      'no_weakness',
      'Management did not identify any material weaknesses in our internal control over financial reporting.',
    ],
    [
      'no_weakness',
      'Management has concluded, therefore, that control deficiencies resulting in the restatement did not constitute a material weakness in disclosure controls and procedures.',
    ],
    [
      '',
      "There have been no significant changes (including corrective actions with regard to significant deficiencies or material weaknesses) in Registrant's internal controls.",
    ],
    [
      '',
      'If we identify one or more material weaknesses in our internal control over financial reporting, we will be unable to assert that our internal control is effective.',
    ],
    ['', 'We may discover material weaknesses in the future.'],
    ['', 'We cannot assure you that we will not identify material weaknesses in the future.'],
    [
      'unremediated',
      'The material weakness will not be considered remediated until the controls operate for a sufficient period of time.',
    ],
    [
      'unremediated',
      'During the period covered by this annual report, we have not been able to remediate the material weaknesses identified above.',
    ],
    ['unremediated', 'We are in the process of remediating the material weakness.'],
    ['remediated', 'Management concluded that the material weakness was remediated as of December 31, 2023.'],
    [
      'remediated',
      'As of December 31, 2023, the previously identified material weakness has been fully remediated.',
    ],
    [
      'remediated',
      'We completed the remediation of the material weakness described above during the fourth quarter.',
    ],
    [
      'remediated',
      'Except with respect to the remediation of the material weakness described above, there have not been any changes in internal control.',
    ],
    [
      'remediated',
      'Based on testing, management concluded that we have remediated the previously reported material weaknesses.',
    ],
    [
      'unremediated',
      'These steps are expected to remediate the material weaknesses once they have been in operation.',
    ],
    [
      'weakness',
      'In connection with the assessment described above, management identified the following control deficiencies that represent material weaknesses at December 31, 2016.',
    ],
    [
      'weakness',
      'We identified a material weakness in our internal control over financial reporting related to revenue recognition.',
    ],
    [
      'internal_control_not_effective',
      'Based on our evaluation, our management concluded that our internal controls over financial reporting were not effective as of December 31, 2015.',
    ],
    [
      'internal_control_not_effective',
      'management determined that controls over internal control over financial reporting are ineffective due to small size.',
    ],
    [
      'disclosure_controls_not_effective',
      'The Chief Executive Officer concluded that the Company’s disclosure controls and procedures were ineffective as of June 30, 2019 due to a lack of segregation of duties.',
    ],
    [
      '',
      'In addition, effective internal control at a point in time may become ineffective in future periods because of changes in conditions.',
    ],
    [
      'internal_control_not_effective',
      'In our opinion, the Company has not maintained effective internal control over financial reporting as of December 31, 2023.',
    ],
    [
      '',
      'Based on my knowledge, all significant deficiencies and material weaknesses in the design or operation of internal control over financial reporting.',
    ],
    [
      'unremediated',
      'The material weakness cannot be considered remediated until the applicable controls have operated effectively.',
    ],
    ['weakness', 'As previously disclosed, a material weakness existed as of September 30, 2023.'],
    [
      '',
      'Our management does not expect that our disclosure controls will prevent all errors, and they can provide only reasonable assurance that they are effective.',
    ],
    ['', 'Management evaluated whether our internal control over financial reporting was effective.'],
    ['no_weakness', 'The audit committee is not aware of any material weakness.'],
    ['no_weakness', 'Nothing came to our attention, and no material weaknesses were noted.'],
    [
      'internal_control_effective',
      'The Company maintained, in all material respects, internal control over financial reporting that was effective as of December 31, 2020.',
    ],
    [
      'remediated',
      'The Company has taken corrective action, and the material weakness which existed at year end is now remediated.',
    ],
    [
      'disclosure_controls_not_effective unremediated',
      'Because the material weakness has not been remediated, our disclosure controls and procedures were not effective.',
    ],
    [
      'no_weakness',
      'We identified no deficiencies in our internal control over financial reporting that rise to the level of a material weakness.',
    ],
    ['', 'Management is required to disclose any material weakness in our internal control.'],
    [
      '',
      'A significant deficiency is less severe than a material weakness, yet important enough to merit attention.',
    ],
    [
      'remediated',
      'The Audit Committee was told of the material weakness, and the material weakness has since been eliminated.',
    ],
    ['unremediated', 'We have remediated two of the three material weaknesses.'],
    ['unremediated', 'The remediation of the material weakness is ongoing.'],
    ['weakness', 'We lack a functioning audit committee, which constitutes a material weakness.'],
    ['', 'No system of controls is effective in all circumstances.'],
  ])('says %s: %s', (statements, sentence) => {
    expect(read(sentence)).toBe(statements)
  })
})
