import { expect, it } from 'vitest'
import { returnPath, signInAddress } from './return-path.ts'

it('leads back to a page of the portal and nowhere else', () => {
  expect(returnPath('/dashboard/keys?x=1#y')).toBe('/dashboard/keys?x=1#y')
  for (const foreign of [
    null,
    '',
    'https://evil.test',
    '//evil.test',
    '/\\evil.test',
    '/\t/evil.test',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
  ]) {
    expect(returnPath(foreign), String(foreign)).toBe('/dashboard')
  }
})

it('the sign-in page knows where from', () => {
  expect(signInAddress('/dashboard')).toBe('/sign-in')
  expect(signInAddress('/dashboard/usage?a=b')).toBe('/sign-in?next=%2Fdashboard%2Fusage%3Fa%3Db')
})
