// The types of both module systems are the same and stand once, in webhooks.d.cts.
export * from './webhooks.cjs'
