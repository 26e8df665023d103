'use client'

import { useState } from 'react'
import type { SampleCall } from '../../../scripts/samples/call.ts'
import { type Language, languageNames, samplesOf } from '../../../scripts/samples/languages.ts'
import { CodeFrame } from '../shell/code-block.tsx'
import { Field, Select } from '../shell/field.tsx'

/** Exactly the request of the form, as a program. The key stays out of it: programs read theirs from the environment. */
export function CopyAs({ call }: { call: SampleCall }) {
  const [language, setLanguage] = useState<Language>('curl')
  const samples = samplesOf(call)
  const sample = samples.find((one) => one.language === language) ?? samples[0]
  return (
    <details className="reference-nested">
      <summary>Copy this request as curl, SDK, fetch, Python or Go</summary>
      <Field id="explorer-language" label="Language">
        <Select
          id="explorer-language"
          value={sample?.language}
          onChange={(event) => setLanguage(event.target.value as Language)}
        >
          {samples.map((one) => (
            <option key={one.language} value={one.language}>
              {languageNames[one.language].label}
            </option>
          ))}
        </Select>
      </Field>
      <CodeFrame>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <pre tabIndex={0} className="explorer-code">
          <code>{sample?.code}</code>
        </pre>
      </CodeFrame>
    </details>
  )
}
