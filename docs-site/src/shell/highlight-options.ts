import type { ShikiTransformer } from 'shiki'
import { createCssVariablesTheme } from 'shiki/core'

const PREFIX = '--code-'

/** Colours by role, `token-keyword` and the like; the style sheet says which, for light and dark. */
export const codeTheme = createCssVariablesTheme({
  name: 'portal',
  variablePrefix: PREFIX,
  variableDefaults: {},
  fontStyle: false,
})

const ROLE = /var\(--code-(token-[a-z-]+)\)/

/** Style attributes become classes, because the content security policy refuses them. */
export const classesForStyles: ShikiTransformer = {
  name: 'classes-for-styles',
  pre(node) {
    delete node.properties.style
    node.properties.class = 'shiki'
  },
  span(node) {
    const role = ROLE.exec(String(node.properties.style ?? ''))?.[1]
    delete node.properties.style
    if (role) node.properties.class = role
  },
}
