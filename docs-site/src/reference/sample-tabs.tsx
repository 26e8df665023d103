import { Fragment } from 'react'
import type { Operation } from '../../../scripts/samples/contract.ts'
import { type Language, languageNames } from '../../../scripts/samples/languages.ts'
import { CodeBlock, type Language as Syntax } from '../shell/index.ts'
import { RememberLanguage } from './remember-language.tsx'
import { operationSamples } from './samples.ts'

/** The samples as tabs of which the reader's language is open. Radio buttons: no script is needed to see the others. */
export function SampleTabs({ entry, language }: { entry: Operation; language: Language }) {
  const samples = operationSamples(entry)
  const open = samples.some((sample) => sample.language === language) ? language : samples[0]?.language
  return (
    <>
      <fieldset className="ui-tabs">
        <legend className="sr-only">Language of the sample</legend>
        {samples.map((sample) => (
          <Fragment key={sample.language}>
            <input
              type="radio"
              name="sample-language"
              id={`sample-${sample.language}`}
              data-language={sample.language}
              defaultChecked={sample.language === open}
            />
            <label htmlFor={`sample-${sample.language}`}>{languageNames[sample.language].label}</label>
          </Fragment>
        ))}
        {samples.map((sample) => (
          <div className="ui-tab-panel" key={sample.language}>
            <CodeBlock code={sample.code} language={languageNames[sample.language].syntax as Syntax} />
          </div>
        ))}
      </fieldset>
      <RememberLanguage />
    </>
  )
}
