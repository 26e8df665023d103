'use client'

import { useNames } from '../names.ts'
import { PageHead } from '../ui/page.tsx'
import { Erasures } from './erasures.tsx'
import { PrivacyExports } from './exports.tsx'

/** What is held about the organisation and its people: to take along, and to end. */
export function PrivacyPage() {
  const { people } = useNames()
  return (
    <>
      <PageHead
        title="Data & privacy"
        lead="What is held about the organisation and its people: take it along, or end it."
      />
      <PrivacyExports people={people} />
      <Erasures people={people} />
    </>
  )
}
