'use client'

import { createCodeUsageGeneratorRegistry } from 'fumadocs-openapi/requests/generators'
import { createOpenAPIPage } from 'fumadocs-openapi/ui'
import { CodeSamples } from './code-samples.tsx'
import { exampleBody } from './example-body.ts'
import { Explorer } from './explorer.tsx'
import { OperationFacts } from './operation-facts.tsx'
import { workingExample } from './request.ts'

/** An operation as the contract describes it, with our explorer in the place of the bundled one. */
export const OperationView = createOpenAPIPage({
  codeUsages: createCodeUsageGeneratorRegistry(),
  playground: {
    // The bundled one keeps the bearer token in localStorage, where it outlives the session.
    provider: ({ children }) => children,
    render: (props) => <Explorer {...props} />,
  },
  content: {
    renderAPIExampleUsageTabs: () => null,
    renderOperationLayout(slots, { path, method, operation, pathItem, ctx }) {
      const { resolve, dereferenced } = ctx.schema
      const parameters = [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])].map((item) =>
        resolve(item),
      )
      return (
        <div className="operation">
          <div className="operation-main">
            {slots.description}
            <OperationFacts operation={operation} />
            {slots.apiPlayground}
            {slots.parameters}
            {slots.body}
            {slots.responses}
          </div>
          <div className="operation-aside">
            <CodeSamples
              path={path}
              method={method}
              operation={operation}
              parameters={parameters}
              security={dereferenced.security}
              body={exampleBody(resolve(operation.requestBody)?.content, workingExample(operation).body)}
            />
            {slots.apiExample}
          </div>
        </div>
      )
    },
  },
})
