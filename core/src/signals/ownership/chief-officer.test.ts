import { expect, test } from 'vitest'
import { chiefOffices } from './chief-officer.ts'

test.each([
  ['Chief Executive Officer', ['ceo']],
  ['President & CEO', ['ceo']],
  ['Chairman, President, C.E.O.', ['ceo']],
  ['EVP & CFO', ['cfo']],
  ['CEO and CFO', ['ceo', 'cfo']],
  ['CEO, President and Chairman', ['ceo']],
  ['Chief Financial & Accounting Officer', ['cfo']],
  ['Principal Financial Officer', ['cfo']],
  ['Interim Chief Executive Officer', ['ceo']],
  ['CEO - Latin America', []],
  ['CEO, Beauty Care', []],
  ['CEO of Oakmere Bank', []],
  ['Former CEO', []],
  ['Assistant to the CEO', []],
  ['Chief Operating Officer', []],
  ['See Remarks', []],
  [null, []],
])('%s is %j', (title, offices) => {
  expect(chiefOffices(title)).toEqual(offices)
})
