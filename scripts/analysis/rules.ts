import ts from 'typescript'
import { lineOf, type Source, visit } from './sources.ts'

export interface Finding {
  rule: RuleName
  path: string
  line: number
  what: string
}

export type RuleName = keyof typeof RULES

interface Rule {
  /** Why it is a rule. */
  why: string
  /** What is wrong with this node, if anything. */
  finds: (node: ts.Node, source: Source) => string | undefined
}

const SECRET_NAME = /(?:secret|token|signature|digest|hmac|password|pepper|mac|hash)$/i
const SQL_WORDS = /^\s*(?:select|insert|update|delete|with|create|alter|drop|grant|truncate)\s/i
const STRONG_HASHES = new Set(['sha256', 'sha384', 'sha512'])

/** Each rule finds one kind of mistake. What is right in spite of it stands in exceptions.ts, with its reason. */
export const RULES = {
  'bare-fetch': {
    why: 'calls to the outside go through clients that bound time, size, address and redirects',
    finds: (node) =>
      (ts.isCallExpression(node) && isName(node.expression, 'fetch')) ||
      (ts.isPropertyAccessExpression(node) &&
        node.name.text === 'fetch' &&
        isName(node.expression, 'globalThis'))
        ? 'fetch'
        : undefined,
  },
  'bare-request': {
    why: 'the same, for the clients below fetch',
    finds: (node) =>
      ts.isImportDeclaration(node) &&
      /^'(?:node:)?(?:https?|http2|net|tls|dgram|undici)'$/.test(node.moduleSpecifier.getText()) &&
      !node.importClause?.isTypeOnly
        ? `import of ${node.moduleSpecifier.getText()}`
        : undefined,
  },
  'template-sql': {
    why: 'values go to Postgres beside the statement; text that is put together is how SQL is injected',
    finds: (node) => {
      if (ts.isCallExpression(node) && memberName(node.expression) === 'unsafe') {
        const [text] = node.arguments
        return text && ts.isStringLiteralLike(text) ? undefined : 'unsafe() with text that is put together'
      }
      const puts = ts.isTemplateExpression(node) && !ts.isTaggedTemplateExpression(node.parent)
      return puts &&
        SQL_WORDS.test(node.head.text) &&
        / (?:from|into|set|table|on) /i.test(` ${node.getText()} `)
        ? 'a statement put together in a template'
        : undefined
    },
  },
  'weak-random': {
    why: 'Math.random is predictable',
    finds: (node) =>
      ts.isPropertyAccessExpression(node) && node.name.text === 'random' && isName(node.expression, 'Math')
        ? 'Math.random'
        : undefined,
  },
  'early-compare': {
    why: 'a comparison that stops at the first difference tells how much of a secret was right',
    finds: (node) => {
      if (!ts.isBinaryExpression(node) || !isEquality(node.operatorToken.kind)) return undefined
      const sides = [node.left, node.right]
      if (sides.some(isPlainValue)) return undefined
      const secret = sides.find((side) => SECRET_NAME.test(lastName(side)))
      return secret ? `${secret.getText()} compared with ===` : undefined
    },
  },
  'loose-equality': {
    why: '== makes numbers of texts before it compares',
    finds: (node) =>
      ts.isBinaryExpression(node) &&
      (node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsToken ||
        node.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsToken) &&
      // `== null` asks for null and undefined at once, and makes nothing of anything.
      node.right.kind !== ts.SyntaxKind.NullKeyword
        ? node.operatorToken.getText()
        : undefined,
  },
  'dynamic-code': {
    why: 'text never becomes a program',
    finds: (node) => {
      if (ts.isCallExpression(node) && isName(node.expression, 'eval')) return 'eval'
      if (ts.isNewExpression(node) && isName(node.expression, 'Function')) return 'new Function'
      if (ts.isImportDeclaration(node) && /^'(?:node:)?vm'$/.test(node.moduleSpecifier.getText())) return 'vm'
      return undefined
    },
  },
  'child-process': {
    why: 'no request starts a program, and none goes through a shell',
    finds: (node) =>
      ts.isImportDeclaration(node) && /^'(?:node:)?child_process'$/.test(node.moduleSpecifier.getText())
        ? 'import of child_process'
        : undefined,
  },
  'raw-html': {
    why: 'text is shown as text',
    finds: (node) => {
      if (ts.isJsxAttribute(node) && node.name.getText() === 'dangerouslySetInnerHTML')
        return node.name.getText()
      const writes =
        ts.isPropertyAccessExpression(node) &&
        /^(?:innerHTML|outerHTML|insertAdjacentHTML)$/.test(node.name.text)
      return writes ? node.name.text : undefined
    },
  },
  'unverified-tls': {
    why: 'a certificate that is not checked protects nothing',
    finds: (node) =>
      ts.isPropertyAssignment(node) &&
      (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) &&
      node.name.text === 'rejectUnauthorized' &&
      node.initializer.kind !== ts.SyntaxKind.TrueKeyword
        ? node.getText()
        : undefined,
  },
  'weak-crypto': {
    why: 'only approved ciphers and hashes',
    finds: (node) => {
      if (!ts.isCallExpression(node)) return undefined
      const called = memberName(node.expression) ?? node.expression.getText()
      const [first] = node.arguments
      const name = first && ts.isStringLiteralLike(first) ? first.text.toLowerCase() : undefined
      if (/^create(?:Hash|Hmac)$/.test(called))
        return STRONG_HASHES.has(name ?? '') ? undefined : node.getText()
      if (/^create(?:Cipher|Decipher)iv$/.test(called))
        return name === 'aes-256-gcm' ? undefined : node.getText()
      return undefined
    },
  },
  'dynamic-regex': {
    why: 'an expression made of text can be made to mean something else, or to never end',
    finds: (node) =>
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      isName(node.expression, 'RegExp') &&
      !(node.arguments?.[0] && ts.isStringLiteralLike(node.arguments[0]))
        ? 'RegExp of text that is put together'
        : undefined,
  },
  'browser-storage': {
    why: 'what a page stores every script on it can read',
    finds: (node) =>
      ts.isIdentifier(node) && /^(?:localStorage|sessionStorage|indexedDB)$/.test(node.text)
        ? node.text
        : undefined,
  },
  'post-message': {
    why: 'a message between windows has no sender one can trust',
    finds: (node) =>
      ts.isCallExpression(node) &&
      /(?:^|\.)addEventListener$/.test(node.expression.getText()) &&
      node.arguments[0]?.getText() === "'message'"
        ? 'a listener for messages'
        : undefined,
  },
  'prototype-write': {
    why: 'names out of a request must not reach what all objects share',
    finds: (node) =>
      (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && node.text === '__proto__'
        ? '__proto__'
        : undefined,
  },
} satisfies Record<string, Rule>

/** Everything the rules find in these sources. */
export function findingsOf(sources: Source[]): Finding[] {
  const rules = Object.entries(RULES) as [RuleName, Rule][]
  const findings: Finding[] = []
  for (const source of sources) {
    visit(source.tree, (node) => {
      for (const [rule, { finds }] of rules) {
        const what = finds(node, source)
        if (what !== undefined) {
          findings.push({ rule, path: source.path, line: lineOf(source, node), what: what.slice(0, 80) })
        }
      }
    })
  }
  return findings
}

function isName(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name
}

function memberName(node: ts.Node): string | undefined {
  return ts.isPropertyAccessExpression(node) ? node.name.text : undefined
}

function lastName(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  return ''
}

function isEquality(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
}

/** A literal, `undefined` or `null`, a negative number: a comparison with it tells nothing about a secret. */
function isPlainValue(node: ts.Node): boolean {
  return (
    ts.isLiteralExpression(node) ||
    node.kind === ts.SyntaxKind.NullKeyword ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword ||
    ts.isPrefixUnaryExpression(node) ||
    isName(node, 'undefined')
  )
}
